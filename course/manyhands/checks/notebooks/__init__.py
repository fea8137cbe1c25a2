"""The cells of notebooks, read as text: nothing of a notebook is run here."""

import contextlib
import json
from collections.abc import Iterable
from pathlib import Path

MAX_BYTES = 20 << 20
CELL_TYPES = ("code", "markdown", "raw")


class BadInput(Exception):
    """Something that cannot be judged; the message is one line that says what, where, and what to do."""


def read(path: Path) -> dict:
    """Return the notebook's JSON in format 4, each cell with a known type, a source and metadata.

    Raises BadInput, which says what is wrong, if the file does not hold such a notebook.
    """
    text = _text(path, _bytes(path))
    notebook = _json(path, text)
    if isinstance(notebook, dict) and notebook.get("nbformat") == 3:
        notebook = _upgraded(path, text)
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise BadInput(f"{path}: this is JSON, but not a notebook; save it from JupyterLab")
    for number, cell in enumerate(notebook["cells"], start=1):
        if fault := _fault(cell):
            raise BadInput(f"{path}: cell {number} is damaged, {fault}; save it again from JupyterLab")
    if (version := notebook.get("nbformat")) != 4:
        raise BadInput(f"{path}: its format is {version!r}, and 3 and 4 are known; save it from JupyterLab")
    for part in (notebook, *notebook["cells"]):
        if not isinstance(part.get("metadata"), dict):
            part["metadata"] = {}
    return notebook


def beside(path: Path) -> list[str]:
    """The other notebooks in the folder of `path`, and in the folders in it, by their paths from there."""
    folder = path.parent
    found = {*folder.glob("*.ipynb"), *folder.glob("*/*.ipynb")} - {path}
    names = [file.relative_to(folder) for file in found]
    return sorted(str(name) for name in names if not any(part.startswith(".") for part in name.parts))


def named(names: list[str]) -> str:
    """Names of files in words, at most three of them."""
    rest = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(f"«{name}»" for name in names[:3]) + rest


def source(cell: dict) -> str:
    """The text of a cell, which notebooks hold as a string or as a list of lines."""
    text = cell["source"]
    return text if isinstance(text, str) else "".join(text)


def modules(notebook: dict) -> dict[str, str]:
    """The modules that the notebook's `%%writefile` cells write, by their file names; see `magics`."""
    from manyhands.checks.notebooks import magics  # which loads IPython

    files: dict[str, str] = {}
    for cell in notebook["cells"]:
        if _is_code(cell):
            magics.write(source(cell), files)
    return {name: text for name, text in files.items() if name.endswith(".py")}


def tests(notebook: dict) -> dict[str, list[str]]:
    """The graded test cells, by their nbgrader id; more than one text for an id that stands twice."""
    found: dict[str, list[str]] = {}
    for cell in notebook["cells"]:
        mark = _mark(cell)
        if mark.get("grade") and not mark.get("solution"):
            found.setdefault(mark.get("grade_id", ""), []).append(source(cell))
    return found


def test_cell(path: Path, notebook: dict, name: str) -> str:
    """The one test cell with this id of nbgrader's. Raises BadInput if it is missing or stands twice."""
    cells = tests(notebook).get(name, [])
    if not cells:
        raise BadInput(f"{path}: the test cell {name!r} is missing; get it back from exercises/")
    if len(cells) > 1:
        raise BadInput(f"{path}: the test cell {name!r} stands there twice; delete one of the two")
    return cells[0]


def require_tests(path: Path, notebook: dict, names: Iterable[str]) -> None:
    """Raise BadInput unless the notebook has exactly one test cell of each name."""
    for name in names:
        test_cell(path, notebook, name)


def _mark(cell: dict) -> dict:
    """What nbgrader has noted in a cell."""
    mark = cell["metadata"].get("nbgrader")
    return mark if isinstance(mark, dict) else {}


def _is_code(cell: dict) -> bool:
    """Whether a cell is code, or was released as code: then nbgrader makes it code again."""
    return _mark(cell).get("cell_type", cell["cell_type"]) == "code"


# ---- what a file holds, and what is wrong with it


def _bytes(path: Path) -> bytes:
    if not path.exists():
        others = beside(path)
        which = "it" if len(others) == 1 else "the right one"
        there = f"; beside it lies {named(others)}: give {which} this name" if others else ""
        raise BadInput(f"{path}: there is no such file{there}")
    if not path.is_file():
        raise BadInput(f"{path}: this is not a file")
    if (size := path.stat().st_size) > MAX_BYTES:
        raise BadInput(f"{path}: {size / (1 << 20):.0f} MB is too much; clear the outputs and save it again")
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: it cannot be read: {error.strerror}") from None


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    encoding = json.detect_encoding(data)
    with contextlib.suppress(ValueError):
        json.loads(data.decode(encoding))
        name = encoding[:6].upper()
        raise BadInput(f"{path}: this is text in {name}, and a notebook is in UTF-8; save it as UTF-8")
    raise BadInput(f"{path}: line {line} is not text in UTF-8; save it again from JupyterLab")


def _json(path: Path, text: str):
    """The JSON of a text; constants such as NaN are taken as Python writes them."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInput(f"{path}: {_not_json(text, error)}") from None
    except RecursionError:
        raise BadInput(f"{path}: this is not a notebook: it is nested too deeply") from None
    except ValueError:
        raise BadInput(f"{path}: this is not a notebook: a number in it has too many digits") from None


def _not_json(text: str, error: json.JSONDecodeError) -> str:
    """Why a text is not JSON, and what to do."""
    if not text.strip():
        return "this is not a notebook: the file is empty"
    if not text.lstrip().startswith("{"):
        return f"this is not a notebook: it begins with «{_shown(text)}»"
    rest = text[error.pos :].rstrip()
    begun = any(word.startswith(rest) for word in ("true", "false", "null"))
    if begun or error.msg.startswith("Unterminated string"):
        return "this notebook was cut off: the file ends in its midst; save it again"
    where = f"line {error.lineno}, column {error.colno}"
    return f"{where}: «{_shown(text[error.pos :])}» cannot stand there; mend it, or save it again"


def _shown(text: str) -> str:
    """The beginning of a text, such that it can be printed on one line."""
    line = text.strip().partition("\n")[0][:40].strip()
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in line)


def _upgraded(path: Path, text: str) -> dict:
    """A notebook of format 3, in format 4."""
    import nbformat

    try:
        return nbformat.reads(text, as_version=4)
    except Exception as error:  # whatever comes while it converts
        raise BadInput(f"{path}: this notebook of format 3 is damaged: {error}") from None


def _fault(cell) -> str | None:
    """What is wrong with a cell, in a few words; None if it can be used."""
    if not isinstance(cell, dict):
        return "it is no cell"
    text = cell.get("source")
    if not isinstance(text, str | list) or not all(isinstance(line, str) for line in text):
        return "it has no text"
    if any("\ud800" <= char <= "\udfff" for char in source(cell)):
        return "a character in it is cut in half"
    if cell.get("cell_type") not in CELL_TYPES:
        return f"its type is {cell.get('cell_type')!r}"
    return None
