"""Makes submissions out of a released notebook: answers in their places, and damage as students do it."""

import copy
import json
from collections.abc import Callable, Mapping

Notebook = dict


def answered(released: Notebook, answers: Mapping[str, str]) -> Notebook:
    """The released notebook with its `%%writefile NAME` cells filled in. answers: texts by file name."""
    notebook = copy.deepcopy(released)
    for cell in notebook["cells"]:
        head = "".join(cell["source"]).partition("\n")[0]
        name = head.removeprefix("%%writefile ").strip()
        if cell["cell_type"] == "code" and name in answers:
            cell["source"] = f"{head}\n{answers[name]}"
    return notebook


def position(notebook: Notebook, grade_id: str) -> int:
    """Where the cell with this nbgrader id stands."""
    ids = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in notebook["cells"]]
    return ids.index(grade_id)


def deleted(notebook: Notebook, grade_id: str) -> None:
    """Delete a cell."""
    del notebook["cells"][position(notebook, grade_id)]


def doubled(notebook: Notebook, grade_id: str) -> None:
    """Copy a cell and paste it below."""
    n = position(notebook, grade_id)
    notebook["cells"].insert(n, {**copy.deepcopy(notebook["cells"][n]), "id": f"copy-{n}"})


def split(notebook: Notebook, grade_id: str) -> None:
    """Split a cell in two; JupyterLab's nbgrader leaves the first half an empty mark."""
    doubled(notebook, grade_id)
    n = position(notebook, grade_id)
    lines = "".join(notebook["cells"][n]["source"]).splitlines(keepends=True)
    first, second = notebook["cells"][n : n + 2]
    first["source"], second["source"] = lines[:4], lines[4:]
    first["metadata"]["nbgrader"] = {}


def added(notebook: Notebook, text: str) -> None:
    """Add a code cell of one's own, before the first answer."""
    cell = {"cell_type": "code", "id": "own", "metadata": {}, "source": text}
    notebook["cells"].insert(1, cell | {"execution_count": None, "outputs": []})


CHANGES: dict[str, Callable[[Notebook, str], None]] = {
    "add_cell": added,
    "delete": deleted,
    "double": doubled,
    "split": split,
}


def text(notebook: Notebook, whole: bool = True) -> str:
    """The notebook as a file's text; the first half of it where it is to be cut in the middle."""
    content = json.dumps(notebook, indent=1, ensure_ascii=False)
    return content if whole else content[: len(content) // 2]
