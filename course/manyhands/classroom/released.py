"""Tells a notebook that somebody has worked in from one that is as it was released.

Work is what the cells say: their texts, types, attachments and order. Outputs alone are none, since
running the cells brings them back.
"""

import hashlib
import json
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets.config import Config

from manyhands.checks import notebooks
from manyhands.checks.notebooks import BadInput

NOTE = "manyhands"


def noted(config: Config) -> Config:
    """Let every exercise that is generated carry the digest of its cells; return the configuration."""
    steps = GenerateAssignment.class_traits(config=True)["preprocessors"].default()
    config.GenerateAssignment.preprocessors = [*steps, NoteDigest]
    return config


class NoteDigest(NbGraderPreprocessor):
    """The last step of generating: the notebook's metadata says what its cells were."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        nb.metadata[NOTE] = {"released": digest(nb)}
        return nb, resources


def digest(notebook: dict) -> str:
    """What the cells of a notebook say, as a SHA-256 in hexadecimal."""
    cells = [
        (cell["cell_type"], notebooks.source(cell), cell.get("attachments") or {})
        for cell in notebook["cells"]
    ]
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()


def worked_in(path: Path, generated: Path) -> bool:
    """Whether there is something at `path` that would be lost if `generated` were put there."""
    if not path.exists() or path.read_bytes() == generated.read_bytes():
        return False
    if path.suffix != ".ipynb":
        return True
    try:
        there = notebooks.read(path)
    except BadInput:  # it may be mended
        return True
    note = there["metadata"].get(NOTE)
    as_released = note.get("released") if isinstance(note, dict) else None
    return digest(there) not in (as_released, digest(notebooks.read(generated)))
