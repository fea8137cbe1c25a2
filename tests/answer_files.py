"""The course's right and wrong answers, and judging them; for their first lines see `verify.answers`."""

import json
import random
from unittest import mock

from manyhands import manifest
from manyhands.checks import judge
from manyhands.checks.explore import child
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


class Judging:
    """Judges answers under several start methods, each of them with the same inputs; others for another seed.

    The explorer models fork as spawn. So what an answer is explored for under both is explored once, if it is
    judged under one right after the other.
    """

    def __init__(self, seed: str):
        self.seed = seed
        self._file: AnswerFile | None = None
        self._explored: dict[str, str] = {}
        self._ask = child.ask

    def judged(self, file: AnswerFile, start_method: str, deadline: float | None) -> judge.TaskVerdict:
        """As the function of this name."""
        if file is not self._file:
            self._file, self._explored = file, {}
        random.seed(f"{self.seed} {file}")
        with mock.patch.object(child, "ask", self._ask_once):
            return judged(file, start_method, deadline)

    def _ask_once(self, job: dict, deadline: float) -> dict:
        folder = job["task"]["folder"] or "FOLDER"  # which is another one each time
        key = json.dumps(job).replace(folder, "FOLDER")
        if key not in self._explored:
            self._explored[key] = json.dumps(self._ask(job, deadline)).replace(folder, "FOLDER")
        return json.loads(self._explored[key].replace("FOLDER", folder))
