"""What the tests of `manyhands verify` share."""

import pytest
from manyhands import manifest
from manyhands.checks import judge
from small_course import RIGHT, WRONG, Course


@pytest.fixture
def course(tmp_path, monkeypatch):
    """The small course, in place of this one."""
    made = Course(tmp_path)
    made.answers.mkdir(parents=True)
    for name, text in {"right_loop.py": RIGHT, **WRONG}.items():
        (made.answers / name).write_text(text)
    made.write()
    monkeypatch.setattr(manifest, "root", lambda: tmp_path)
    monkeypatch.setattr(judge, "graded_units", lambda: {"mini": made.unit})
    return made
