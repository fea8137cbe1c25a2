"""The lectures: they run, they give what is stored, and they read well without a kernel."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from manyhands import manifest
from stored_outputs import PIXELS, SANITIZE, WIDGET, patterns

COURSE = Path(__file__).parents[1] / "course"
LECTURES = sorted(COURSE.glob("*.ipynb"))
LINES_OF_A_SCREEN = 15
WORDS_A_MINUTE = 220
CODE_CELLS_A_MINUTE = 3
QUIZ_OR_LAB = re.compile(r"(?m)^(predict\(|\w+Lab\(\)\.show\(\))")

pytestmark = pytest.mark.parametrize("path", LECTURES, ids=lambda path: path.stem)


def code_cells(path):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def outputs(path):
    return [output for cell in code_cells(path) for output in cell.outputs]


def texts(path):
    """Every text that is stored as output."""
    for output in outputs(path):
        yield output.get("text", "")
        yield from (value for kind, value in output.get("data", {}).items() if kind.startswith("text/"))


def test_runs_and_gives_what_is_stored(path):
    alone = ["-o", "addopts=", "-p", "no:cacheprovider"]  # the cells of a notebook must stay together
    nbval = ["--nbval", "--nbval-sanitize-with", SANITIZE, "--nbval-cell-timeout", "120"]
    command = [sys.executable, "-m", "pytest", *alone, *nbval, "-q", path]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_every_code_cell_has_been_run_from_top_to_bottom(path):
    counts = [cell.execution_count for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))


def test_nothing_of_this_machine_or_this_moment_is_stored(path):
    for text in texts(path):
        for pattern, _ in patterns():
            found = pattern.findall(PIXELS.sub("", text))
            assert found == []


def test_no_error_and_no_warning_is_stored(path):
    assert not [
        output for output in outputs(path) if output.output_type == "error" or output.get("name") == "stderr"
    ]


def test_no_widget_is_stored(path):
    notebook = nbformat.read(path, as_version=4)
    assert "widgets" not in notebook.metadata
    assert not [output for output in outputs(path) if WIDGET in output.get("data", {})]


def test_every_picture_has_a_text_alternative(path):
    pictures = [output.data for output in outputs(path) if "image/png" in output.get("data", {})]
    assert pictures
    for picture in pictures:
        [alternative] = re.findall(r'<img alt="([^"]+)"', picture["text/html"])
        assert len(alternative.split()) > 10
        assert "".join(picture["image/png"].split()) in picture["text/html"]
        assert len(picture["text/plain"].split()) > 10


def test_a_code_cell_fits_on_a_screen(path):
    long = [cell.id for cell in code_cells(path) if len(cell.source.splitlines()) > LINES_OF_A_SCREEN]
    assert long == []


def test_every_cell_has_a_telling_id(path):
    ids = [cell.id for cell in nbformat.read(path, as_version=4).cells]
    assert [name for name in ids if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []


def test_the_kernel_is_plain_python(path):
    assert nbformat.read(path, as_version=4).metadata.kernelspec.name == "python3"


def minutes(path):
    """How long it takes to read a notebook; a quiz or a lab takes a minute."""
    cells = nbformat.read(path, as_version=4).cells
    prose = [word for cell in cells if cell.cell_type == "markdown" for word in cell.source.split()]
    words = [word for word in prose if re.search(r"\w", word)]
    tried = [cell for cell in code_cells(path) if QUIZ_OR_LAB.search(cell.source)]
    rest = len(code_cells(path)) - len(tried)
    return len(words) / WORDS_A_MINUTE + rest / CODE_CELLS_A_MINUTE + len(tried)


def test_its_minutes_are_honest(path):
    said = manifest.units()[path.stem].minutes
    assert said == pytest.approx(minutes(path), abs=1)
    assert path.stem.startswith("00") or 20 <= said <= 40


def test_every_section_that_its_tasks_point_to_is_there(path):
    assert sections(task.look_at for task in manifest.units()[path.stem].tasks) <= headings(path)


def test_every_section_that_misconceptions_point_to_is_in_a_lecture(path):
    everywhere = set().union(*map(headings, LECTURES))
    assert sections(each.look_at for each in manifest.misconceptions().values()) <= everywhere


def sections(texts):
    """The sections that some texts of the manifest point to."""
    return {section for text in texts for section in re.findall(r"section «([^»]+)»", text)}


def headings(path):
    """The headings of a notebook, as they look to a reader."""
    text = "\n".join(
        cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"
    )
    return {heading.replace("`", "") for heading in re.findall(r"(?m)^#+ (.+)$", text)}
