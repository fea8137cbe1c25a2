"""The page that maps the source articles to lectures and tasks is complete, and true."""

import json
import re
from urllib.parse import unquote

import pytest
from manyhands import manifest
from manyhands.checks import notebooks

ROOT = manifest.root()
PAGE = ROOT / "course" / "sources.md"
SYSTEMS = {"A": 5, "B": 6, "C": 6, "D": 7, "E": 5}
"""How many systems each article builds."""
IN_PREPARATION = {"B4", "B5", "B6", "D4", "D5"}

ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in PAGE.read_text().splitlines()
    if re.match(r"\| [A-Z]\d", line)
]
LINK = re.compile(r"\[([^\]]+)\]\(([^)#]+)#cell-id=([^)]+)\)")


def section(path, cell_id):
    """The cells from this one to the next heading, with what they show; None if there is no such cell."""
    cells = json.loads(path.read_text())["cells"]
    start = next((n for n, cell in enumerate(cells) if cell.get("id") == cell_id), None)
    if start is None:
        return None
    found = [cells[start]]
    for cell in cells[start + 1 :]:
        if cell["cell_type"] == "markdown" and notebooks.source(cell).startswith("#"):
            break
        found.append(cell)
    return found


def linked(row):
    return [
        (text, (PAGE.parent / unquote(address)).resolve(), cell)
        for text, address, cell in LINK.findall(row[2] + row[3])
    ]


def test_it_has_every_system_once():
    due = [f"{article}{number}" for article, last in SYSTEMS.items() for number in range(1, last + 1)]
    assert [row[0] for row in ROWS] == due


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_its_links_lead_to_the_headings_that_they_name(row):
    for text, path, cell in linked(row):
        cells = section(path, cell)
        assert cells, f"{path.name} has no cell {cell}"
        headings = re.findall(r"^#+ +(?:\d+ · )?(.+?) *$", notebooks.source(cells[0]), re.M)
        assert text in headings


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_system_is_shown_by_cells_that_run_and_practised(row):
    if row[0] in IN_PREPARATION:
        assert row[2:4] == ["–", "–"]
        return
    lectures = [path for _, path, _ in linked(row) if path.parent == PAGE.parent]
    exercises = [path for _, path, _ in linked(row) if path.parent != PAGE.parent]
    assert lectures
    graded = {unit.id for unit in manifest.units().values() if unit.tasks}
    assert exercises or lectures[0].stem not in graded
    for _, path, cell in linked(row):
        assert any(each["cell_type"] == "code" for each in section(path, cell)), f"{path.name}: {cell}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_names_of_a_system_stand_where_it_is_shown(row):
    if row[0] in IN_PREPARATION:
        return
    shown = "".join(json.dumps(section(path, cell)) for _, path, cell in linked(row))
    for code in re.findall(r"`([^`]+)`", row[1]):
        for name in re.findall(r"[A-Za-z_]{2,}", code):
            assert re.search(rf"\b{name}\b", shown), f"{row[0]}: {name}"
