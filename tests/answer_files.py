"""The right and wrong answers of this course; what their first lines say is told by `verify.answers`."""

from manyhands import manifest
from manyhands.verify import answers
from manyhands.verify.answers import AnswerFile

ANSWERS = manifest.root() / answers.FOLDER


def answer_files() -> list[AnswerFile]:
    """All the answers, by unit, task and name."""
    return answers.answer_files(ANSWERS)
