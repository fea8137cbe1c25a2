"""Run lectures and store their outputs, normalised: python tests/stored_outputs.py NOTEBOOK…

What is stored reads well without a kernel: times, process ids and paths are normalised, widgets are
left out, and the static pictures and texts beside them remain. test_lectures.py compares what is
stored with a run of its own.
"""

import argparse
import configparser
import re
from collections.abc import Iterable
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

SANITIZE = Path(__file__).with_name("sanitize.cfg")
PIXELS = re.compile(r"(data:image/png;base64,[A-Za-z0-9+/=]+)")
WIDGET = "application/vnd.jupyter.widget-view+json"


def patterns() -> list[tuple[re.Pattern, str]]:
    """What to replace in a stored output, and by what; pixels are compared by nobody, and stay."""
    config = configparser.RawConfigParser()
    config.read(SANITIZE, encoding="utf-8")
    kept = (name for name in config.sections() if not name.startswith("compared only"))
    return [(re.compile(config[name]["regex"]), config[name]["replace"]) for name in kept]


def normalise(notebook: NotebookNode) -> NotebookNode:
    """Normalise the outputs of a notebook that has run, in place, and return it."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = _joined(output for output in cell.outputs if _keep(output))
    notebook.metadata.pop("widgets", None)
    notebook.metadata.language_info = NotebookNode(name="python")
    return notebook


def _keep(output: NotebookNode) -> bool:
    """Normalise one output; false if nothing of it is worth storing."""
    if "text" in output:
        output.text = _replace(output.text)
    if "data" not in output:
        return True
    output.data.pop(WIDGET, None)
    for kind, value in output.data.items():
        if kind.startswith("text/"):
            output.data[kind] = _replace(value)
    output.pop("transient", None)
    return bool(output.data)


def _joined(outputs: Iterable[NotebookNode]) -> list[NotebookNode]:
    """How a text was cut into messages is chance: one output for what was printed in one go."""
    joined: list[NotebookNode] = []
    for output in outputs:
        if joined and output.output_type == "stream" and output.get("name") == joined[-1].get("name"):
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def _replace(text: str) -> str:
    """Normalise a text, but not the pixels of the pictures in it."""
    between_pictures = PIXELS.split(text)
    for index in range(0, len(between_pictures), 2):
        for pattern, replacement in patterns():
            between_pictures[index] = pattern.sub(replacement, between_pictures[index])
    return "".join(between_pictures)


def store(path: Path) -> None:
    """Run the notebook in a new kernel, in its own folder, and store what came.

    Raises nbclient's CellExecutionError, and stores nothing, if a cell raises.
    """
    notebook = nbformat.read(path, as_version=4)
    folder = {"metadata": {"path": str(path.parent)}}
    NotebookClient(
        notebook, kernel_name="python3", resources=folder, timeout=120, store_widget_state=False
    ).execute()
    nbformat.write(normalise(notebook), path)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("notebooks", nargs="+", type=Path, metavar="NOTEBOOK")
    for path in arguments.parse_args().notebooks:
        store(path)
        print(f"{path.name}: outputs stored")
