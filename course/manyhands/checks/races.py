"""Why a schedule goes wrong: from its steps and the module's text to the misconception behind it."""

from typing import NamedTuple

from manyhands.checks.explore.schedules import Schedule


class Why(NamedTuple):
    """A misconception's id, and the sentence that says for this module why it is wrong."""

    misconception: str
    sentence: str


def why(schedule: Schedule) -> Why | None:
    """Say which misconception made a schedule go wrong; None where the steps do not show it."""
    return None
