"""Makes what students get, `exercises/`, from what instructors keep, `solutions/`."""

import logging
import os
import sys
import tempfile
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

from manyhands.checks.notebooks import BadInput

CONFIGURATION = "nbgrader_config.py"


def configuration(root: Path) -> Config:
    """nbgrader's configuration for the course in `root`."""
    config = PyFileConfigLoader(CONFIGURATION, path=str(root)).load_config()
    config.CourseDirectory.root = str(root)
    return config


def course(config: Config) -> NbGraderAPI:
    """nbgrader's interface to the course that is configured, quiet but for errors."""
    programs = str(Path(sys.executable).parent)  # nbgrader runs alembic as a program
    if programs not in os.environ["PATH"].split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([programs, os.environ["PATH"]])
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    api.log.setLevel(logging.ERROR)
    return api


def release(root: Path, unit: str, to: Path | None = None) -> Path:
    """Generate the exercise notebook of a unit; return its path. No gradebook is kept.

    root: the folder with nbgrader_config.py and solutions/. to: where to write, if not to exercises/.
    Raises BadInput, with nbgrader's reason, if it cannot be generated.
    """
    with tempfile.TemporaryDirectory(prefix="mh-") as scratch:
        config = configuration(root)
        config.CourseDirectory.db_url = f"sqlite:///{scratch}/gradebook.db"
        if to:
            config.CourseDirectory.release_directory = str(to)
        enter(course(config), unit)
    return Path(to or root / "exercises") / unit / f"{unit}.ipynb"


def enter(api: NbGraderAPI, unit: str) -> None:
    """Generate a unit's exercise notebook and enter its tasks in the gradebook.

    Raises BadInput, with nbgrader's reason, if it cannot be generated.
    """
    done = api.generate_assignment(unit, force=True, create=True)
    if not done["success"]:
        raise BadInput(f"{unit} could not be released: {done.get('error') or done.get('log')}")
