"""What the test cells of a task make of the mutants of its right answers."""

import itertools
from collections.abc import Iterator, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass, field
from pathlib import Path

from manyhands import manifest
from manyhands.checks import judge, notebooks
from manyhands.checks.background import Crew
from manyhands.checks.verdict import Kind
from manyhands.verify import answers, survivors
from manyhands.verify.mutants import Mutant, canonical, does_not_compile, mutants
from manyhands.verify.survivors import Entry
from manyhands.verify.verdicts import Verdicts, key


@dataclass(frozen=True)
class Told:
    """What was told of a module: the kind of verdict, the number of the broken rule, the words."""

    kind: str
    rule: int | None
    message: str


@dataclass
class Verified:
    """A task, its mutants, and what was told of each so far.

    right: what was told of each right answer, by its name. refused: mutants that are no modules.
    """

    unit: manifest.Unit
    task: manifest.Task
    folder: str
    entries: list[Entry]
    texts: dict[str, str]
    mutants: list[Mutant] = field(default_factory=list)
    refused: dict[Mutant, str] = field(default_factory=dict)
    right: dict[str, Told] = field(default_factory=dict)
    told: dict[Mutant, Told] = field(default_factory=dict)

    @property
    def killed(self) -> list[Mutant]:
        return [mutant for mutant, told in self.told.items() if told.kind not in (Kind.PASS, Kind.INFRA)]

    @property
    def passed(self) -> list[Mutant]:
        """Those that got full points."""
        return [mutant for mutant, told in self.told.items() if told.kind == Kind.PASS]

    @property
    def explained(self) -> list[Mutant]:
        """Those that got full points, as an entry says that they are to."""
        return [mutant for mutant in self.passed if self._entries_for(mutant)]

    @property
    def survivors(self) -> list[Mutant]:
        """Those that were not rejected, and nobody has said why."""
        done = {*self.killed, *self.explained}
        alive = [mutant for mutant in self.told if mutant not in done]
        return sorted(alive, key=lambda mutant: (mutant.answer, mutant.line, mutant.operator))

    def problems(self) -> Iterator[str]:
        """What keeps this task from being verified, a line for each: what, where, and what to do."""
        for name, told in self.right.items():
            if told.kind != Kind.PASS:
                by = f" by rule {told.rule}" if told.rule else ""
                yield (
                    f"{self.folder}/{name}: this right answer gets {told.kind}{by}: {told.message}; "
                    f"mend the answer, or the check of {self.task.id!r}"
                )
        for mutant, why in self.refused.items():
            yield (
                f"{self.folder}/{mutant.answer}: line {mutant.line}: what «{mutant.operator}» makes of it "
                f"does not compile: {why}; mend the operator in course/manyhands/verify/operators"
            )
        yield from self._entries_that_do_not_fit()

    def _entries_that_do_not_fit(self) -> Iterator[str]:
        where = f"{self.folder}/{survivors.NAME}"
        killed = set(self.killed)
        for entry in self.entries:
            meant = [mutant for mutant in self.mutants if entry.stands_for(mutant)]
            if not meant:
                yield f"{where}: {entry} has no mutant any more; take the entry out"
            for mutant in meant:
                if mutant in killed:
                    told = self.told[mutant]
                    by = f" by rule {told.rule}" if told.rule else ""
                    yield (
                        f"{where}: {entry} is rejected{by} at line {mutant.line} of {mutant.answer}; "
                        "take the entry out, or have it name those that are not"
                    )

    def _entries_for(self, mutant: Mutant) -> list[Entry]:
        return [entry for entry in self.entries if entry.stands_for(mutant)]


def prepared(root: Path, unit: manifest.Unit, task: manifest.Task) -> Verified:
    """A task with the mutants of its right answers, each once, of which nothing has been told yet."""
    place = answers.folder(root, unit, task)
    texts = answers.right_answers(root, unit, task)
    prepared = Verified(unit, task, str(place.relative_to(root)), survivors.entries(place), texts)
    given = answers.given(root, unit, task)
    seen = {canonical(text) for text in texts.values()}
    for name, text in texts.items():
        for mutant in mutants(name, text, given):
            if mutant.text in seen:
                continue
            seen.add(mutant.text)
            if why := does_not_compile(mutant):
                prepared.refused[mutant] = why
            else:
                prepared.mutants.append(mutant)
    return prepared


def judged(
    root: Path,
    tasks: Sequence[Verified],
    start_method: str = "spawn",
    deadline: float = 10.0,
    jobs: int = 1,
    rounds: int = 1,
) -> Iterator[Verified]:
    """Judge the right answers and the mutants of the tasks, `jobs` at a time; give the task after each.

    Verdicts of earlier runs are taken from `root`/build, and those of this one are noted there, but for
    INFRA. deadline: seconds for each run of a mutant. rounds: how often each is judged; since a check draws
    its inputs, a mutant that passes in one of them is not rejected.
    """
    known = Verdicts(root)
    pending = {}
    with Crew(jobs) as crew:
        for verified in tasks:
            tests = judge.test_source(root, verified.unit)
            notebook = notebooks.read(tests)
            cells = [notebooks.test_cell(tests, notebook, name) for name in verified.task.cells]
            modules = [*verified.texts.items(), *((mutant, mutant.text) for mutant in verified.mutants)]
            for number, (subject, text) in itertools.product(range(rounds), modules):
                name = key([verified.task.id, start_method, str(number), *cells, text])
                if found := known.get(name):
                    _note(verified, subject, Told(**found))
                    yield verified
                else:
                    work = (verified, text, tests, start_method, deadline)
                    pending[crew.begin(_judge, *work)] = verified, subject, name
        for future in as_completed(pending):
            verified, subject, name = pending[future]
            told = future.result()
            if told.kind != Kind.INFRA:
                known.add(name, vars(told))
            _note(verified, subject, told)
            yield verified


def _judge(verified: Verified, text: str, tests: Path, start_method: str, deadline: float) -> Told:
    """What the test cells of a task say to a module."""
    modules = {verified.task.modules[0]: text}
    [verdict] = judge.judge(verified.unit, [verified.task], modules, tests, start_method, deadline)
    told = verdict.verdict
    words = " ".join(filter(None, (told.rule, told.message)))
    return Told(str(told.kind), told.number, " ".join(words.split())[:300])


def _note(verified: Verified, subject: str | Mutant, told: Told) -> None:
    """Note what was told of a mutant, or of a right answer, unless it was told worse in another round."""
    if isinstance(subject, Mutant):
        if subject not in verified.told or subject in verified.killed:
            verified.told[subject] = told
    elif subject not in verified.right or verified.right[subject].kind == Kind.PASS:
        verified.right[subject] = told
