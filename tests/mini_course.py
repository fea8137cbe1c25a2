"""A unit of two small tasks, and submissions to it."""

import json
import shutil

import nbformat
from manyhands import manifest
from manyhands.classroom import submissions
from manyhands.classroom.release import CONFIGURATION, configuration, course, enter
from nbformat.v4 import new_code_cell, new_notebook

FACTORS = {"double": 2, "triple": 3}  # the points of each task too
TASKS = [manifest.Task(id, id, [f"{id}.py"], points, [], "", []) for id, points in FACTORS.items()]
MINI = manifest.Unit("mini", "Mini", 1, [], TASKS)


def solution_notebook():
    notebook = new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    for task, factor in FACTORS.items():
        answer = (
            f"%%writefile {task}.py\ndef {task}(n):\n"
            f"    ### BEGIN SOLUTION\n    return {factor} * n\n    ### END SOLUTION"
        )
        test = (
            "from manyhands.checks import Answer\n\n"
            f'with Answer("{task}.py") as answer:\n'
            f'    assert answer.run("{task}", 7).result == {7 * factor}, "{factor} times"'
        )
        marks = {"locked": False, "schema_version": 3, "task": False, "grade": False, "solution": True}
        notebook.cells.append(new_code_cell(answer, metadata={"nbgrader": marks | {"grade_id": task}}))
        marks |= {"locked": True, "grade": True, "solution": False, "points": factor}
        marks["grade_id"] = f"test_{task}"
        notebook.cells.append(new_code_cell(test, metadata={"nbgrader": marks}))
    return notebook


def right():
    return {f"{task}.py": f"def {task}(n):\n    return {n} * n\n" for task, n in FACTORS.items()}


def wrong():
    return {f"{task}.py": f"def {task}(n):\n    return n\n" for task in FACTORS}


def new_course(root):
    """Make a course folder with the small unit, released, and with traps in it."""
    source = root / "solutions" / "mini"
    source.mkdir(parents=True)
    nbformat.write(solution_notebook(), source / "mini.ipynb")
    shutil.copy(manifest.root() / CONFIGURATION, root)
    enter(course(configuration(root)), "mini")
    # Somebody has run the instructor's notebook in place.
    for name, text in right().items():
        (source / name).write_text(text)


def hand_in(root, student, answers, *changes, whole=True):
    """Write a student's submission; return its folder. changes: functions that change the notebook."""
    released = json.loads((root / "exercises/mini/mini.ipynb").read_text(encoding="utf-8"))
    notebook = submissions.answered(released, answers)
    for change, *what in changes:
        change(notebook, *what)
    folder = root / "submitted" / student / "mini"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mini.ipynb").write_text(submissions.text(notebook, whole), encoding="utf-8")
    return folder
