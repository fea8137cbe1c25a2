"""The course's right and wrong answers, and judging them; for their first lines see `verify.answers`."""

from manyhands import manifest
from manyhands.checks import judge
from manyhands.verify import answers
from manyhands.verify.answers import AnswerFile

ANSWERS = manifest.root() / answers.FOLDER


def answer_files() -> list[AnswerFile]:
    """All the answers, by unit, task and name."""
    return answers.answer_files(ANSWERS)


def judged(file: AnswerFile, start_method: str = "spawn", deadline: float | None = None) -> judge.TaskVerdict:
    """What the test cells of its task say of an answer.

    deadline: seconds, for one that must get TIMEOUT.
    """
    unit = judge.unit_named(file.unit)
    task = judge.task_named(unit, file.task)
    tests = judge.test_source(manifest.root(), unit)
    modules = {task.modules[0]: file.path.read_text(encoding="utf-8")}
    given = deadline if file.verdict == "TIMEOUT" else None
    [verdict] = judge.judge(unit, [task], modules, tests, start_method, given)
    return verdict


def got(file: AnswerFile, told: judge.TaskVerdict) -> tuple[str, str | None, int | None]:
    """What an answer got, to be compared with `file.due`."""
    verdict = told.verdict
    return str(verdict.kind), verdict.misconception, verdict.number if file.rule else None
