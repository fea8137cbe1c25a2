"""Where the course speaks of something: from the name of a section to a link that works in JupyterLab."""

import functools
import json
import re
from pathlib import Path
from urllib.parse import quote

SECTION = re.compile(r"«([^»]+)»")


def link(text: str, folder: Path | None, unit: str | None) -> str:
    """A relative link to the section that the text names, «like this»; "" where there is none.

    folder: that of the notebook in which the link will stand; the lectures are in `../../course`.
    unit: whose lecture is looked into first.

    The section is named by its cell: JupyterLab finds a heading only in a notebook that is open already.
    """
    named = SECTION.search(text)
    if named is None or folder is None:
        return ""
    lectures = sorted((folder.parent.parent / "course").glob("[0-9]*.ipynb"))
    for path in sorted(lectures, key=lambda path: path.stem != unit):
        if cell := _sections(path, path.stat().st_mtime_ns).get(named[1]):
            return f"../../course/{quote(path.name)}#cell-id={cell}"
    return ""


@functools.lru_cache
def _sections(path: Path, saved: int) -> dict[str, str]:
    """The headings of a notebook, as a text names them, and the id of the cell that each stands in."""
    return {
        heading.replace("`", ""): cell.get("id", "")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
        for heading in re.findall(r"^#+ +(.+?) *$", "".join(cell["source"]), re.M)
    }
