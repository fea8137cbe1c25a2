"""A course of one small task, with rules, answers and a test cell that lets some mutants through."""

from dataclasses import dataclass, replace
from pathlib import Path

import nbformat
from manyhands import manifest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

RULES = ["Each number is doubled.", "They stand in their order."]
TASK = manifest.Task("double", "Double", ["double.py"], 1, [], "", [], RULES)
TEXT = """## Double

Write `doubled(numbers)`. Numbers:

1. are not rules

as these are:

1. Each number is
   doubled.
2. They stand in their order.
"""
SOLUTION = """%%writefile double.py
def doubled(numbers):
    ### BEGIN SOLUTION
    return [2 * n for n in numbers]
    ### END SOLUTION


# What follows is given.


def given(number):
    return number + 1
"""
CELL = """from manyhands.checks import Answer

with Answer("double.py") as answer:
    run = answer.run("doubled", [2, 2, 2])
    assert run.result[0] == 4, "1: each is doubled"
    assert len(run.result) == 3, "2: all are there"
"""
RIGHT = """# right
# A loop.
def doubled(numbers):
    found = []
    for n in numbers:
        found.append(n + n)
    return found
"""
WRONG = {
    "wrong_sum.py": "# WRONG - rule 1\n# Adds.\ndef doubled(numbers):\n    return [n + 1 for n in numbers]\n",
    "wrong_one.py": "# WRONG - rule 2\n# One.\ndef doubled(numbers):\n    return [2 * numbers[0]]\n",
}


@dataclass
class Course:
    """The small course in a folder, of which a test may change any part."""

    root: Path
    task: manifest.Task = TASK
    text: str = TEXT
    cell: str = CELL

    @property
    def unit(self) -> manifest.Unit:
        return manifest.Unit("mini", "Mini", 1, [], [self.task])

    @property
    def answers(self) -> Path:
        return self.root / "tests" / "answers" / "mini" / "double"

    def rules(self, *rules):
        self.task = replace(self.task, rules=list(rules))

    def write(self):
        """Write the notebook with solutions."""
        marks = {"schema_version": 3, "task": False, "grade": False, "solution": False, "locked": True}
        cells = [
            new_markdown_cell(self.text, metadata={"nbgrader": marks | {"grade_id": "double_text"}}),
            new_code_cell(SOLUTION, metadata={"nbgrader": marks | {"grade_id": "double", "solution": True}}),
            new_code_cell(
                self.cell,
                metadata={"nbgrader": marks | {"grade_id": "test_double", "grade": True, "points": 1}},
            ),
        ]
        path = self.root / "solutions" / "mini" / "mini.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(new_notebook(cells=cells), path)

    def survivors(self, *entries):
        """Write the file of survivors: of each entry its keys and values."""
        lines = []
        for entry in entries:
            lines += ["[[survivor]]", *(f"{key} = {value!r}" for key, value in entry.items())]
        (self.answers / "survivors.toml").write_text("\n".join(lines))
