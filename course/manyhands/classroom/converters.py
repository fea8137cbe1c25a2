"""nbgrader's generating, autograding and feedback, each for the one folder that is asked for.

Left alone, nbgrader looks for folders by patterns: a name with brackets in it is not found, and nothing in
such a folder is left out that CourseDirectory.ignore names.
"""

import glob
import os
import re
from fnmatch import fnmatchcase
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import BaseConverter
from nbgrader.utils import capture_log, temp_attrs


class OneFolder(BaseConverter):
    """Converts the notebooks of the one folder that is asked for."""

    def init_notebooks(self) -> None:
        asked = self.coursedir
        folder = self._format_source(asked.assignment_id, asked.student_id)
        self.assignments = {folder: glob.glob(os.path.join(glob.escape(folder), "*.ipynb"))}

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        super().init_assignment(assignment_id, student_id)
        folder = Path(self._format_dest(assignment_id, student_id))
        ignored = [*self.coursedir.ignore, "*.ipynb"]
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            names = path.relative_to(folder).parts
            if any(fnmatchcase(name, pattern) for name in names for pattern in ignored):
                path.unlink()


class Generate(OneFolder, GenerateAssignment):
    """Makes the exercise of a unit."""


class Grade(OneFolder, Autograde):
    """Grades a student's submission."""


class Feedback(OneFolder, GenerateFeedback):
    """Makes the feedback on a graded submission."""


def convert(api: NbGraderAPI, converter: type[OneFolder], unit: str, student: str = ".") -> dict:
    """Run a converter, over what it made before; return a dict with `success`, `log` and `error`."""
    with temp_attrs(api.coursedir, assignment_id=unit, student_id=student):
        app = converter(coursedir=api.coursedir, parent=api)
        app.force = True
        return capture_log(app)


def first_error(result: dict) -> str:
    """The first exception that a converter has logged, as «Type: message»."""
    text = f"{result.get('log', '')}\n{result.get('error', '')}"
    errors = re.findall(r"^\s*(?:\w+\.)*(\w+(?:Error|Exception|Entry)\b.*|(?<=\.)[A-Z]\w+: .*)", text, re.M)
    return errors[0].strip() if errors else "unknown error"
