"""Notebooks are read as text: what cells write is what running them writes, and what is damaged is named."""

import functools
import json
import os
import subprocess
import sys
import tempfile

import pytest
from manyhands import manifest
from manyhands.checks import notebooks
from manyhands.checks.notebooks import BadInput

EXERCISE = (manifest.root() / "exercises" / "02_pools" / "02_pools.ipynb").read_text(encoding="utf-8")


def code(*sources):
    """A notebook with these code cells."""
    cells = [{"cell_type": "code", "metadata": {}, "source": source} for source in sources]
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}


# ---- what `%%writefile` writes

CELLS = {
    "as it is released": ["%%writefile m.py\nx = 1"],
    "again": ["%%writefile m.py\nx = 1", "%%writefile m.py\nx = 2\n"],
    "append": ["%%writefile m.py\nx = 1", "%%writefile -a m.py\ny = 2", "%%writefile m.py --append\n\nz = 3"],
    "append to nothing": ["%%writefile -a m.py\nx = 1"],
    "this folder": ["%%writefile ./m.py\nx = 1", "%%writefile -a .//m.py\ny = 2"],
    "another folder": ["%%writefile lib/m.py\nx = 1"],
    "double quotes": ['%%writefile "m.py"\nx = 1'],
    "single quotes": ["%%writefile './m.py'\nx = 1"],
    "file": ["%%file m.py\nx = 1", "%%file -a m.py\ny = 2"],
    "blanks in the line": ["%%writefile   m.py  \nx = 1"],
    "a blank line above": ["\n%%writefile m.py\nx = 1"],
    "blank lines above": ["\n \n\t\n%%writefile m.py\n\n\nx = 1\n\n"],
    "a comment above": ["# my answer\n%%writefile m.py\nx = 1"],
    "a statement above": ["import os\n%%writefile m.py\nx = 1"],
    "indented": ["  %%writefile m.py\n  def f():\n    pass"],
    "prompts": ["In [3]: %%writefile m.py\n   ...: x = 1"],
    "a comment in the line": ["%%writefile m.py  # mine\nx = 1"],
    "two names": ["%%writefile m.py n.py\nx = 1"],
    "no name": ["%%writefile\nx = 1"],
    "an open quote": ['%%writefile "m.py\nx = 1'],
    "nothing below": ["%%writefile m.py\nx = 1", "%%writefile m.py", "%%writefile m.py\n"],
    "a blank line below": ["%%writefile m.py\nx = 1", "%%writefile m.py\n\n"],
    "one per cent": ["%writefile m.py\nx = 1"],
    "a tab": ["%%writefile\tm.py\nx = 1"],
    "capitals": ["%%WriteFile m.py\nx = 1"],
    "Windows' ends of lines": ["%%writefile m.py\r\nx = 1\r\ny = 2"],
    "another magic above": ["%%time\n%%writefile m.py\nx = 1", "%%capture out\n\n%%writefile -a m.py\ny = 2"],
    "a magic that has a statement": ["%%time import os\n%%writefile m.py\nx = 1"],
    "two in one cell": ["%%writefile m.py\nx = 1\n%%writefile n.py\ny = 2"],
    "two modules": ["%%writefile m.py\nx = 1", "%%writefile n.py\ny = 2"],
    "plain cells": ["x = 1", "", "   ", "%%", "?", "%%writefile?"],
}

RUN = """
import contextlib, io, json, os, pathlib, sys, tempfile
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
left = {}
for name, cells in json.load(sys.stdin).items():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            for cell in cells:
                shell.run_cell(cell)
        files = pathlib.Path(folder).rglob("*.py")
        left[name] = {file.name: file.read_bytes().decode() for file in files}
        os.chdir("/")
print(json.dumps(left))
"""


@functools.cache
def ipython_leaves():
    """The modules that a real IPython leaves after each of CELLS, by name."""
    command = [sys.executable, "-c", RUN]
    with tempfile.TemporaryDirectory() as state:
        environment = os.environ | {"IPYTHONDIR": state}
        done = subprocess.run(
            command, input=json.dumps(CELLS), capture_output=True, text=True, check=True, env=environment
        )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", CELLS)
def test_modules_are_what_running_the_cells_leaves(name):
    assert notebooks.modules(code(*CELLS[name])) == ipython_leaves()[name]


def test_the_magics_that_are_compared_write_and_do_not_write():
    left = ipython_leaves()
    assert left["append"] == {"m.py": "x = 1\ny = 2\n\nz = 3\n"}
    assert left["blank lines above"] == {"m.py": "\n\nx = 1\n\n"}
    assert left["a comment above"] == left["another folder"] == {}


def test_a_cell_that_was_released_as_code_is_code():
    notebook = code("%%writefile m.py\nx = 1", "%%writefile n.py\ny = 2")
    for cell in notebook["cells"]:
        cell["cell_type"] = "markdown"
    notebook["cells"][0]["metadata"]["nbgrader"] = {"cell_type": "code", "grade_id": "m"}
    assert notebooks.modules(notebook) == {"m.py": "x = 1\n"}


# ---- what a file holds


def put(folder, content):
    path = folder / "mine.ipynb"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def whole(**parts):
    """The text of a notebook of one cell, with these parts of the notebook changed."""
    return json.dumps(code("x = 1") | parts)


def cell(**parts):
    """The text of a notebook of one cell, with these parts of the cell changed."""
    return whole(cells=[code("x = 1")["cells"][0] | parts])


@pytest.mark.parametrize(
    "content",
    [
        EXERCISE.encode("utf-8-sig"),
        EXERCISE.replace("\n", "\r\n"),
        whole(nbformat_minor=None),
        whole(metadata=None),
        whole(metadata=[]),
        cell(metadata=None),
        cell(outputs=None),
        cell(outputs=[{"output_type": "stream", "transient": {}}]),
        cell(id=7),
        cell(source=["x = 1\n", "y = 2"]),
        json.dumps({"nbformat": 3, "metadata": {}, "worksheets": [{"cells": []}]}),
    ],
)
def test_a_notebook_is_read_whatever_is_noted_beside_its_cells(tmp_path, content):
    notebook = notebooks.read(put(tmp_path, content))
    assert notebook["nbformat"] == 4
    assert all(isinstance(part["metadata"], dict) for part in [notebook, *notebook["cells"]])


CUT_OFF = "this notebook was cut off: the file ends in its midst; save it again"
UTF_16 = "this is text in UTF-16, and a notebook is in UTF-8; save it as UTF-8"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "this is not a notebook: the file is empty"),
        ("\n \n", "this is not a notebook: the file is empty"),
        ("import os\n", "this is not a notebook: it begins with «import os»"),
        ("<!DOCTYPE html>\n<html>", "this is not a notebook: it begins with «<!DOCTYPE html>»"),
        ("\0\0\0\0", r"this is not a notebook: it begins with «\x00\x00\x00\x00»"),
        (b"PK\x03\x04\xff", "line 1 is not text in UTF-8; save it again from JupyterLab"),
        ('{"nbformat": 4,\n"a": "é"}'.encode("latin-1"), "line 2 is not text in UTF-8;"),
        (EXERCISE.encode("utf-16"), UTF_16),
        (EXERCISE.encode("utf-16-be"), UTF_16),
        (EXERCISE[:3000], CUT_OFF),
        (EXERCISE.rstrip()[:-1], CUT_OFF),
        ('{"cells": [{"metadata": {"deletable": fal', CUT_OFF),
        (
            EXERCISE.replace('"cells": [', '"cells": [\n<<<<<<< HEAD'),
            "line 3, column 1: «<<<<<<< HEAD» cannot stand there; mend it, or save it again",
        ),
        ('{"cells": []}}', "line 1, column 14: «}» cannot stand there; mend it, or save it again"),
        ('{"cells": ' * 100_000, "this is not a notebook: it is nested too deeply"),
        ('{"cells": ' + "1" * 5000 + "}", "this is not a notebook: a number in it has too many digits"),
        ("{}", "this is JSON, but not a notebook; save it from JupyterLab"),
        ('{"cells": {}}', "this is JSON, but not a notebook; save it from JupyterLab"),
        ('{"cells": [1]}', "cell 1 is damaged, it is no cell; save it again from JupyterLab"),
        (cell(source=None), "cell 1 is damaged, it has no text; save it again from JupyterLab"),
        (cell(source=["x", 1]), "cell 1 is damaged, it has no text; save it again from JupyterLab"),
        (cell(source="x = '\ud83d'"), "cell 1 is damaged, a character in it is cut in half; save it again"),
        (cell(cell_type="sql"), "cell 1 is damaged, its type is 'sql'; save it again from JupyterLab"),
        (whole(nbformat=5), "its format is 5, and 3 and 4 are known; save it from JupyterLab"),
        ('{"nbformat": 3}', "this notebook of format 3 is damaged:"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_one_line(tmp_path, content, reason):
    path = put(tmp_path, content)
    with pytest.raises(BadInput) as refused:
        notebooks.read(path)
    [line] = str(refused.value).splitlines()
    assert line.startswith(f"{path}: {reason}")


@pytest.mark.parametrize(
    ("others", "hint"),
    [
        ([], ""),
        (["mine (1).ipynb"], "; beside it lies «mine (1).ipynb»: give it this name"),
        (["b/m.ipynb", "a.ipynb"], "; beside it lies «a.ipynb», «b/m.ipynb»: give the right one this name"),
        ([f"{n}.ipynb" for n in (4, 3, 2, 1)], "; beside it lies «1.ipynb», «2.ipynb», «3.ipynb» and 1 more"),
        ([".ipynb_checkpoints/mine.ipynb", "._mine.ipynb"], ""),
    ],
)
def test_a_missing_notebook_is_told_with_those_that_are_there(tmp_path, others, hint):
    for other in others:
        (tmp_path / other).parent.mkdir(exist_ok=True)
        (tmp_path / other).touch()
    with pytest.raises(BadInput) as refused:
        notebooks.read(tmp_path / "mine.ipynb")
    said = str(refused.value).partition("there is no such file")[2]
    assert said.startswith(hint) and bool(said) == bool(hint)
