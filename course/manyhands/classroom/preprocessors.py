"""Makes nbgrader's autograding fail closed: a reader and two steps of ours among its own.

Left alone, nbgrader gives full points to a test cell that never ran and none to one that passed with a
warning on stderr, keeps the old points of a test cell that is gone, and stops at a doubled one and at
much that other programs than JupyterLab write.
"""

from collections.abc import Mapping

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_output
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import DeduplicateIds, NbGraderPreprocessor, SaveAutoGrades
from traitlets.config import Config

from manyhands.checks.verdict import Kind
from manyhands.classroom.reading import AsItComes

NO_VERDICT = "NoVerdict"
PASS = f"✓ {Kind.PASS} "  # how the card of one begins


def strict(config: Config, own_cell_s: int) -> Config:
    """Add the reader and both steps to the configuration of autograding; return it.

    own_cell_s: seconds for each cell of a student's own. The locked ones have ExecutePreprocessor.timeout.
    """
    steps = {name: trait.default() for name, trait in Autograde.class_traits(config=True).items()}
    config.Autograde.sanitize_preprocessors = _insert(
        MendCells, DeduplicateIds, steps["sanitize_preprocessors"]
    )
    config.Autograde.autograde_preprocessors = _insert(
        CardDecides, SaveAutoGrades, steps["autograde_preprocessors"]
    )
    config.Autograde.exporter_class = AsItComes
    locked_s = config.ExecutePreprocessor.timeout
    config.Execute.timeout_func = lambda cell: locked_s if utils.is_locked(cell) else own_cell_s
    config.Execute.iopub_timeout = own_cell_s
    return config


def _insert(step: type, before: type, steps: list[type]) -> list[type]:
    n = steps.index(before)
    return [*steps[:n], step, *steps[n:]]


class MendCells(NbGraderPreprocessor):
    """Before grading: every test cell of the unit stands in the submission exactly once.

    A cell whose type was changed gets its own back. A mark that nbgrader cannot use, or that stands twice
    (a split or copied cell), is dropped; the cell stays, as one of the student's own. A missing test cell
    is put back, at the end.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        names = resources["nbgrader"]
        with Gradebook(names["db_url"]) as gradebook:
            source = gradebook.find_notebook(names["notebook"], names["assignment"])
            texts = {cell.name: cell.source for cell in source.source_cells}
            types = {cell.name: cell.cell_type for cell in source.source_cells}
            graded = {cell.name: cell.max_score for cell in source.grade_cells}
            answers = {cell.name for cell in source.solution_cells}
        present = set()
        for cell in reversed(nb.cells):  # the last of two counts, as everywhere in nbgrader
            retype(cell, types)
            name = mark(cell)
            kind = (utils.is_grade(cell), utils.is_solution(cell)) if name else None
            if name in texts.keys() - present and kind == (name in graded, name in answers):
                present.add(name)
                if name in graded:
                    cell.metadata.nbgrader["points"] = graded[name]
            else:
                cell.metadata.pop("nbgrader", None)
        for name in graded.keys() - answers - present:
            nb.cells.append(test_cell(name, texts[name], graded[name]))
        return nb, resources


def retype(cell: NotebookNode, types: Mapping[str, str]) -> None:
    """Make a cell of the unit what it was when it was released. types: by the ids of nbgrader's marks."""
    noted = cell.metadata.get("nbgrader")
    released = types.get(str(noted.get("grade_id"))) if isinstance(noted, dict) else None
    if released and released != cell.cell_type:
        for key in ("attachments", "outputs", "execution_count"):
            cell.pop(key, None)
        cell.cell_type = released
        if released == "code":
            cell.update(outputs=[], execution_count=None)


def mark(cell: NotebookNode) -> str | None:
    """The id by which nbgrader knows a cell; None if it has none, or a mark that nbgrader cannot use."""
    try:
        MetadataValidator().validate_cell(cell)
    except Exception:  # whatever is wrong with it, a student has edited it
        return None
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def test_cell(name: str, text: str, points: float) -> NotebookNode:
    """A test cell as it was released."""
    test = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}
    return new_code_cell(text, metadata={"nbgrader": test | {"grade_id": name, "points": points}})


class CardDecides(NbGraderPreprocessor):
    """After running, before scoring: only the card of a PASS earns the points of a test cell.

    One without the card gets an error, for which nbgrader gives no points. From one with it a warning
    on stderr is taken away, for which nbgrader would give none either.
    """

    def preprocess_cell(self, cell: NotebookNode, resources: dict, index: int) -> tuple[NotebookNode, dict]:
        if utils.is_grade(cell) and not utils.is_solution(cell):
            cell.outputs = decided(cell.outputs)
        return cell, resources


def decided(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """The outputs of a test cell, changed such that nbgrader's score of them is right."""
    if passed(outputs):
        return [output for output in outputs if output.get("name") == "stdout" or _is_display(output)]
    if failed(outputs):
        return outputs
    message = "the cell did not run to its end, so it gives no points"
    error = new_output("error", ename=NO_VERDICT, evalue=message, traceback=[f"✗ {message}"])
    return [*outputs, error]


def passed(outputs: list[NotebookNode]) -> bool:
    """Whether a test cell shows the card of a PASS and no error."""
    printed = "".join(output.text for output in outputs if output.get("name") == "stdout")
    shown = [output.data.get("text/plain", "") for output in outputs if _is_display(output)]
    cards = [line for text in (printed, *shown) for line in text.splitlines() if line.startswith(PASS)]
    return bool(cards) and not failed(outputs)


def _is_display(output: NotebookNode) -> bool:
    return output.output_type == "display_data"


def failed(outputs: list[NotebookNode]) -> bool:
    """Whether a cell shows an error."""
    return any(output.output_type == "error" for output in outputs)
