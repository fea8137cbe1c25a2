"""Where the course speaks of something: from the name of a section to a link that works in JupyterLab."""

import functools
import json
import re
from pathlib import Path
from urllib.parse import quote

SECTION = re.compile(r"«([^»]+)»")
IN_FRAGMENTS = "!$&'()*+,;=:@/?"  # as they are: JupyterLab finds a heading only by its very letters


def link(text: str, folder: Path | None, unit: str | None) -> str:
    """A relative link to the section that the text names, «like this»; "" where there is none.

    folder: that of the notebook in which the link will stand; the lectures are in `../../course`.
    unit: whose lecture is looked into first.
    """
    named = SECTION.search(text)
    if named is None or folder is None:
        return ""
    lectures = sorted((folder.parent.parent / "course").glob("[0-9]*.ipynb"), key=lambda path: path.name)
    for path in sorted(lectures, key=lambda path: path.stem != unit):
        anchor = _anchors(path, path.stat().st_mtime_ns).get(named[1])
        if anchor is not None:
            return f"../../course/{quote(path.name)}#{quote(anchor, safe=IN_FRAGMENTS)}"
    return ""


@functools.lru_cache
def _anchors(path: Path, saved: int) -> dict[str, str]:
    """The headings of a notebook, as a text names them, and JupyterLab's anchor of each."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    texts = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    headings = re.findall(r"^#+ +(.+?) *$", "\n".join(texts), re.M)
    plain = [heading.replace("`", "") for heading in headings]
    return {heading: heading.replace(" ", "-") for heading in plain}
