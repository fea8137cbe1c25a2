"""Reads submissions as they come: whichever program has written them, and whatever it has noted in them."""

from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.validator import normalize

from manyhands.checks import notebooks


class AsItComes(NotebookExporter):
    """nbgrader's way from a file to its steps, with a reader that is not particular."""

    def from_file(self, file_stream, resources=None, **kw):
        return self.from_notebook_node(plain(notebooks.read(Path(file_stream.name))), resources, **kw)


def plain(notebook: dict) -> NotebookNode:
    """A notebook, as `notebooks.read` returns it, in format 4.5 with only what grading and feedback need.

    Outputs and the state of widgets are made anew. What is left and has a wrong shape is taken away.
    """
    metadata = {name: value for name, value in notebook["metadata"].items() if name != "widgets"}
    cells = [_plain_cell(number, cell) for number, cell in enumerate(notebook["cells"])]
    known = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
    return normalize(nbformat.from_dict(known), strip_invalid_metadata=True)[1]


def _plain_cell(number: int, cell: dict) -> dict:
    kept = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
    kept |= {"id": f"cell-{number}", "source": notebooks.source(cell)}
    if cell["cell_type"] == "code":
        return kept | {"outputs": [], "execution_count": None}
    attachments = cell.get("attachments")
    return kept | ({"attachments": attachments} if isinstance(attachments, dict) else {})
