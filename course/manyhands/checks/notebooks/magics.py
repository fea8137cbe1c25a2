"""What `%%writefile` cells leave in a folder, told from their text: nothing of a cell is run here.

Where a magic may stand and what its line means is asked of IPython itself, so that this agrees with what
running the cells, one after the other in an empty folder, writes there. A name that is computed
(`%%writefile {name}.py`) is not known here.
"""

import re
from pathlib import PurePath

from IPython.core.error import UsageError
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.magic_arguments import parse_argstring
from IPython.core.magics.osm import OSMagics


def write(cell: str, files: dict[str, str]) -> None:
    """Do to `files`, texts by name, what running a code cell does to the files of its folder."""
    name, line, body = _magic(cell)
    if name in ("writefile", "file") and body:
        _write_file(line, body, files)
    elif name == "capture" or (name == "time" and not line):
        write(body, files)  # these run their body as a cell


def _magic(cell: str) -> tuple[str, str, str]:
    """The name of a cell's magic, the rest of its line, and the lines below; a name of "" if it has none."""
    lines = (cell if cell.endswith("\n") else cell + "\n").splitlines(keepends=True)
    for transform in TransformerManager().cleanup_transforms:
        lines = transform(lines)
    if not lines or not lines[0].startswith("%%"):
        return "", "", ""
    name, _, line = lines[0][2:].rstrip().partition(" ")
    return name, line, "".join(lines[1:])


def _write_file(line: str, body: str, files: dict[str, str]) -> None:
    try:
        asked = parse_argstring(OSMagics.writefile, line)
    except (UsageError, ValueError):  # then IPython writes nothing
        return
    quoted = re.match(r"^('.*')|(\".*\")$", asked.filename)  # as IPython has it
    path = PurePath(asked.filename[1:-1] if quoted else asked.filename)
    if len(path.parts) == 1:  # in this folder
        before = files.get(path.name, "") if asked.append else ""
        files[path.name] = before + body
