"""The cells of notebooks, read as text: nothing of a notebook is run here."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

MAX_BYTES = 20 << 20


class BadInput(Exception):
    """Something that cannot be judged; the message is one line that says what, where, and what to do."""


def read(path: Path) -> dict:
    """Return the notebook's JSON, version 4 or later. Raises BadInput if the file does not hold one."""
    try:
        size = path.stat().st_size
    except OSError:
        raise BadInput(f"{path}: there is no such file") from None
    if not path.is_file():
        raise BadInput(f"{path}: this is not a file")
    if size > MAX_BYTES:
        raise BadInput(f"{path}: {size / (1 << 20):.0f} MB is too much; clear the outputs and save it again")
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        raise BadInput(f"{path}: this is not a notebook, or it was cut off; save it again") from None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise BadInput(f"{path}: this is JSON, but not a notebook; save it from JupyterLab")
    if not all(isinstance(cell, dict) and "source" in cell for cell in notebook["cells"]):
        raise BadInput(f"{path}: a cell is damaged; save it again from JupyterLab")
    return notebook


def source(cell: dict) -> str:
    """The text of a cell, which notebooks hold as a string or as a list of lines."""
    text = cell["source"]
    return text if isinstance(text, str) else "".join(text)


def modules(notebook: dict) -> dict[str, str]:
    """The modules that the notebook's `%%writefile NAME.py` cells write; the last cell of a name wins."""
    written = {}
    for cell in notebook["cells"]:
        head, _, body = source(cell).partition("\n")
        name = re.fullmatch(r"%%(?:writefile|file)\s+[\"']?([\w.-]+\.py)[\"']?\s*", head)
        if cell.get("cell_type") == "code" and name:
            written[name[1]] = body
    return written


def tests(notebook: dict) -> dict[str, list[str]]:
    """The graded test cells, by their nbgrader id; more than one text for an id that stands twice."""
    found: dict[str, list[str]] = {}
    for cell in notebook["cells"]:
        mark = cell.get("metadata", {}).get("nbgrader", {})
        if isinstance(mark, dict) and mark.get("grade") and not mark.get("solution"):
            found.setdefault(mark.get("grade_id", ""), []).append(source(cell))
    return found


def test_cell(path: Path, notebook: dict, task: str) -> str:
    """The one test cell of a task. Raises BadInput if it is missing or stands twice."""
    cells = tests(notebook).get(f"test_{task}", [])
    if not cells:
        raise BadInput(f"{path}: the test cell of task {task!r} is missing; get it back from exercises/")
    if len(cells) > 1:
        raise BadInput(f"{path}: the test cell of task {task!r} stands there twice; delete one of the two")
    return cells[0]


def require_tests(path: Path, notebook: dict, tasks: Iterable[str]) -> None:
    """Raise BadInput unless the notebook has exactly one test cell for each of the tasks."""
    for task in tasks:
        test_cell(path, notebook, task)
