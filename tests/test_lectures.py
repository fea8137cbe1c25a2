"""The lectures: they run, they give what is stored, and they read well without a kernel."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import nbformat
import pytest
from stored_outputs import PIXELS, SANITIZE, WIDGET, patterns

COURSE = Path(__file__).parents[1] / "course"
LECTURES = sorted(COURSE.glob("*.ipynb"))
LINES_OF_A_SCREEN = 15

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


def test_every_section_that_the_manifest_points_to_is_there(path):
    manifest = tomllib.loads((COURSE / "course.toml").read_text(encoding="utf-8"))
    places = [
        task["look_at"]
        for unit in manifest["unit"]
        if unit["id"] == path.stem
        for task in unit.get("tasks", [])
    ]
    wanted = {section for place in places for section in re.findall(r"section «([^»]+)»", place)}
    assert wanted <= headings(path)


def headings(path):
    """The headings of a notebook, as they look to a reader."""
    text = "\n".join(
        cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"
    )
    return {heading.replace("`", "") for heading in re.findall(r"(?m)^#+ (.+)$", text)}
