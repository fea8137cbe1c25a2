#!/usr/bin/env bash
# nbgrader 0.9.6: what a test cell scores depends on the value of its last expression, even where no partial credit is meant.
#
# The documentation of partial credit says that a number as the last value of a test cell is its score. Seen besides: `True`,
# `False` and texts earn all points, as does a cell that was never executed; `0` earns none, `1.5` earns 1.5 of 2. So a test
# cell that ends with a helper's return value changes its grade when the helper returns a count instead of a flag.
#
# Each row is a test cell worth 2 points, and what `nbgrader autograde` gives for it. Fails if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"${PYTHON3:-python3}" -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check nbgrader==0.9.6 ipykernel==7.4.0
export PATH="$folder/venv/bin:$PATH" JUPYTER_DATA_DIR="$folder/jupyter" IPYTHONDIR="$folder/ipython"
cat > cells.py <<'PYTHON'
"""cells.py make: a course with one test cell for each last expression. cells.py read: their scores, as autograded."""
import sys

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

LAST = ["True", "False", "'text'", "[1, 2]", "0", "1.5", "1 == 1.0", "None"]
SEEN = [2, 2, 2, 2, 0, 1.5, 2, 2]


def cell(number, expression):
    mark = {"grade": True, "solution": False, "locked": True, "task": False, "schema_version": 3}
    return new_code_cell(expression, metadata={"nbgrader": mark | {"grade_id": f"test_{number}", "points": 2}})


if sys.argv[1] == "make":
    notebook = new_notebook(cells=[cell(*pair) for pair in enumerate(LAST)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, "course/source/one/one.ipynb")
else:
    from nbgrader.api import Gradebook

    with Gradebook("sqlite:///course/gradebook.db") as book:
        grades = {grade.name: grade.score for grade in book.find_submission_notebook("one", "one", "ada").grades}
    scores = [grades[f"test_{number}"] for number in range(len(LAST))]
    for expression, score in zip(LAST, scores):
        print(f"{expression:10} {score:g} of 2")
    sys.exit("this has changed" if scores != SEEN else 0)
PYTHON
mkdir -p course/source/one
python cells.py make
cd course
nbgrader generate_assignment one --create --log-level=ERROR
mkdir -p submitted/ada/one
cp release/one/one.ipynb submitted/ada/one/
nbgrader autograde one --create --log-level=ERROR
cd ..
python -W ignore cells.py read
