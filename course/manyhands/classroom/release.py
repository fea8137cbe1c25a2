"""Makes what students get, `exercises/`, from what instructors keep, `solutions/`."""

import itertools
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

from manyhands.checks.notebooks import BadInput
from manyhands.classroom import released
from manyhands.classroom.converters import Generate, convert, first_error

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


def release(root: Path, units: Iterable[str], set_aside: bool = False) -> list[Path]:
    """Generate the exercises of units; return the paths of what was written.

    root: the folder with nbgrader_config.py, solutions/ and exercises/. set_aside: where somebody has worked
    in what is there, keep that under another name. Raises BadInput, and has written nothing, if somebody has
    and this is not asked for, or if a unit cannot be generated.
    """
    with tempfile.TemporaryDirectory(prefix="mh-") as scratch:
        made = [file for unit in units for file in generate(root, unit, Path(scratch)).parent.iterdir()]
        files = {root / "exercises" / file.relative_to(scratch): file for file in made}
        theirs = [path for path, file in files.items() if released.worked_in(path, file)]
        if theirs and not set_aside:
            raise BadInput(_refusal(root, theirs))
        for path in theirs:
            path.rename(_free(path))
        for path, file in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, path)
    return list(files)


def generate(root: Path, unit: str, to: Path) -> Path:
    """Generate the exercise notebook of a unit in `to`; return its path. No gradebook is kept.

    Raises BadInput, with nbgrader's reason, if it cannot be generated.
    """
    with tempfile.TemporaryDirectory(prefix="mh-") as scratch:
        config = configuration(root)
        config.CourseDirectory.db_url = f"sqlite:///{scratch}/gradebook.db"
        config.CourseDirectory.release_directory = str(to)
        enter(course(config), unit)
    return to / unit / f"{unit}.ipynb"


def enter(api: NbGraderAPI, unit: str) -> None:
    """Generate a unit's exercise notebook and enter its tasks in the gradebook.

    Raises BadInput, with nbgrader's reason, if it cannot be generated.
    """
    done = convert(api, Generate, unit)
    if not done["success"]:
        raise BadInput(f"{unit} could not be released: {first_error(done)}")


def _refusal(root: Path, theirs: list[Path]) -> str:
    names = ", ".join(str(path.relative_to(root)) for path in theirs)
    return (
        f"{names}: somebody has worked here, so nothing was released; to keep this under another name "
        "and release: manyhands release --set-aside (or make exercises SET_ASIDE=1)"
    )


def _free(path: Path) -> Path:
    """A name beside `path` that no file has."""
    names = (path.with_stem(f"{path.stem}-kept-{number}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())
