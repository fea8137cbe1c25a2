#!/usr/bin/env bash
# nbgrader 0.9.6: in a folder whose name has brackets nothing is found, and nothing is ignored.
#
# Students and courses are called «li [2]» where a learning platform numbers them. nbgrader takes such a name for a pattern: the
# submission counts as having no notebooks («No notebooks were matched»), also if it is given escaped. And
# `nbgrader.utils.is_ignored`, by which `CourseDirectory.ignore` leaves files out of what is copied, finds no file there, so that
# it leaves out none: with `ignore = ["*.py"]` an instructor's module goes along.
#
# Shows whether the same file counts as ignored in two folders, and how autograding ends. Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"${PYTHON3:-python3}" -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check nbgrader==0.9.6
export PATH="$folder/venv/bin:$PATH" JUPYTER_DATA_DIR="$folder/jupyter" IPYTHONDIR="$folder/ipython"
cat > look.py <<'PYTHON'
import pathlib
import sys

from nbformat.v4 import new_code_cell, new_notebook
import nbformat
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import is_ignored
from traitlets.config import Config

seen = {}
for name in ("ada", "li [2]"):
    path = pathlib.Path("plain") / name / "solved.py"
    path.parent.mkdir(parents=True)
    path.touch()
    seen[name] = [bool(is_ignored(str(path), ["*.py"]))]

mark = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}
cell = new_code_cell("1 + 1", metadata={"nbgrader": mark | {"grade_id": "test", "points": 2}})
for folder in ("source/one", "submitted/ada/one", "submitted/li [2]/one"):
    pathlib.Path("course", folder).mkdir(parents=True)
    nbformat.write(new_notebook(cells=[cell]), f"course/{folder}/one.ipynb")
config = Config()
config.CourseDirectory.root = str(pathlib.Path("course").resolve())
api = NbGraderAPI(CourseDirectory(config=config), config=config)
api.generate_assignment("one", create=True)
for name in seen:
    done = api.autograde("one", name, create=True)
    seen[name].append(done["success"])
    told = "" if done["success"] else "No notebooks were matched" * ("No notebooks were matched" in done["log"])
    print(f"{name:7} *.py is ignored: {seen[name][0]!s:6} autograded: {done['success']!s:6}", told)
sys.exit("this has changed" if seen != {"ada": [True, True], "li [2]": [False, False]} else 0)
PYTHON
python -W ignore look.py 2>/dev/null
