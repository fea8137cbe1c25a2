"""Trying a program: one run of it, and the exploration of its schedules, in this interpreter.

Whoever does not want a student's code in their own process calls ``explore`` in ``schedules``,
which has this done by a child.
"""

import inspect
import json
import os
import random
import re
from dataclasses import asdict, dataclass, field

from manyhands.checks.data import Table, canonical, decode, described, encode

from . import kernel, memory, places
from .asked import Asked
from .endings import OTHER_STEPS, STOPPED, TOO_LATE
from .evidence import facts
from .model import faces, handed, process
from .program import Interpreter, Program
from .sampling import Drawn
from .search import Bounded

ENDLESS = 3
"""After so many runs without an end no more are made: each takes long, and one is enough to know."""

STATES = 100_000
"""How many states are kept at most, some 60 MB; then the systematic part ends."""

LARGEST_VALUE = 1_000_000
"""Characters of JSON up to which a result is kept."""


@dataclass
class Limits:
    """How far an exploration goes.

    Attributes:
        bound: preemptions, for the systematic part.
        budget: runs in all, without those that are cut short since they show nothing new.
        work: steps in all, after which no more runs are made; those of runs cut short included.
        samples: schedules drawn at random after the systematic part, if the budget has room.
        seed: for these.
        max_steps: steps after which a run counts as endless.
        pipe_capacity: bytes that a pipe holds.
        reduce: leave out what leads to states already met.
        careful: see ``kernel.World``; switched on when it is needed.
        evidence: keep the facts of each outcome (see ``seen``); calls of what is handed out are steps.
        timeouts: one of ``patience.TIMEOUTS``.
        start_method: ``"spawn"`` or ``"forkserver"``.
        main_file: whether the module is the file that the program was started with.
        points: where in the program threads may be interrupted; found out as it is needed (see ``places``).
        told: where else they use what others do; found out, too.
    """

    bound: int = 2
    budget: int = 2_000
    work: int = 300_000
    samples: int = 100
    seed: int = 0
    max_steps: int = 20_000
    pipe_capacity: int = 65_536
    reduce: bool = True
    careful: bool = False
    evidence: bool = False
    timeouts: str = "patient"
    start_method: str = "spawn"
    main_file: bool = False
    points: list = field(default_factory=list)
    told: list = field(default_factory=list)


@dataclass
class Task:
    """What is explored: the modules' text by name, the function, and its encoded arguments."""

    module: str
    sources: dict
    function: str
    args: list = field(default_factory=list)
    kwargs: dict = field(default_factory=dict)
    folder: str | None = None


@dataclass
class Found:
    """One outcome, and the schedule with the fewest switches that led to it."""

    kind: str
    value: object
    choices: list
    switches: int
    steps: int
    facts: dict | None = None
    times: int = 1


class Learned(Exception):
    """A run is void: threads can be interrupted at more points than were known; they are in ``args``."""


class Trial:
    """A program with its function and arguments, ready to be run under any schedule."""

    def __init__(self, task, limits):
        self.task = task
        self.limits = limits
        self.program = Program(task.module, task.sources, task.folder)
        self.environment = dict(os.environ)
        self.world = None

    def run(self, chooser, record=False):
        """One run.

        Returns:
            The world as it is afterwards, and the outcome as a pair of a kind and encoded
            data, or None if the chooser abandoned the run.
        Raises:
            kernel.NotModelled: the program uses what the model does not have.
            kernel.Diverged: the chooser's schedule does not fit the program.
            Learned: threads can be interrupted elsewhere, too.
        """
        limits = self.limits
        world = self.world = kernel.World(
            self.program, chooser, limits.max_steps, limits.pipe_capacity, record,
            limits.careful, limits.evidence, limits.timeouts,
            limits.start_method, limits.main_file, limits.points, limits.told,
        )  # fmt: skip
        before = random.getstate()
        try:
            outcome = world.run(self._first)
        finally:
            random.setstate(before)
        if not world.learned <= world.points:
            raise Learned(sorted(world.learned | world.points))
        if len(world.told) > len(limits.told):
            limits.told = sorted(world.told)
        return world, outcome

    def _first(self):
        interpreter = Interpreter(self.program, faces.modelled, self.environment)
        process.main(interpreter, lambda: self._call(interpreter))

    def _call(self, interpreter):
        task = self.task
        try:
            module = interpreter.load(task.module)

            def named(path):
                found = module
                for part in path.split("."):
                    found = getattr(found, part)
                return found

            args = [decode(each, named) for each in task.args]
            kwargs = {key: decode(each, named) for key, each in task.kwargs.items()}
            function = named(task.function)
            if self.limits.evidence:
                args, kwargs = _handed(function, args, kwargs)
            result = function(*args, **kwargs)
            places.looked_through(result)
        except kernel.GreenletExit:
            raise
        except MemoryError:
            kernel.world.too_much()
        except BaseException as error:
            return "exception", [type(error).__name__, _message(error)]
        outcome = "result", encode(result, described)
        if self.limits.evidence:
            _over(outcome)
        return outcome


def _over(outcome):
    # The end of the run, as a real one ends. It is a step, so that it matters who has ended by then.
    world = kernel.world
    children = list(world.main_process.children)
    threads = list(world.main_process.threads.others)

    names = list(world.names.values())

    def look():
        world.left = sum(not child.dead for child in children) + sum(not lane.done for lane in threads)
        world.unended = world.at_work
        for name in names:
            name.left = name.block is not None
        world.settle(outcome)

    touched = tuple((each, False) for each in (*children, *threads, *names, *world.watched))
    world.perform(kernel.Op("return of the function", None, look, touched, quiet=True))


def _handed(function, args, kwargs):
    # The arguments with the functions among them as steps of the model, called as the program calls them.
    try:
        names = list(inspect.signature(function).bind(*args, **kwargs).arguments)
    except (TypeError, ValueError):
        names = []

    def hand(value, name):
        if not isinstance(value, Table):
            return value
        found = handed.Handed(value, len(kernel.world.handed), name)
        kernel.world.handed.append(found._core)
        if value.watched:
            kernel.world.watched.append(found._core)
        kernel.world.paced = kernel.world.paced or bool(value.finish)
        return found

    names += [f"argument {n + 1}" for n in range(len(names), len(args))]
    args = [hand(each, name) for each, name in zip(args, names, strict=False)]
    return args, {name: hand(each, name) for name, each in kwargs.items()}


ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")


def _message(error):
    # Where an object stands in memory is another place each time, and nothing to tell schedules apart by.
    try:
        return ADDRESS.sub("0x…", str(error)[:1000])
    except Exception:
        return ""


class Exploration:
    """All that is known so far of a program's schedules.

    Args:
        task: a ``Task``.
        limits: ``Limits``.
    """

    def __init__(self, task, limits):
        self.trial = Trial(task, limits)
        self.limits = limits
        self.cannot_model = None
        self._reset()

    def _reset(self):
        self.found = {}
        self.explored = 0
        self.abandoned = 0
        self.endless = 0
        self.steps = 0
        self.complete = False
        self.covered = -1
        self.exhausted = False
        self.chooser = None

    def go(self):
        """Explore, as far as the limits allow; returns self."""
        try:
            self._search()
        except kernel.Careless:
            self.limits.careful = True
            self._reset()
            return self.go()
        except Learned as found:
            [self.limits.points] = found.args
            self._reset()
            return self.go()
        except kernel.NotModelled as what:
            self.cannot_model = str(what)
        except kernel.Diverged:
            self.cannot_model = OTHER_STEPS
        except MemoryError:
            self.too_much()
        return self

    def too_much(self):
        """It takes too much memory: what is known by now is all there will be."""
        if not self.explored:
            self.cannot_model = memory.TOO_MUCH

    def _search(self):
        self._bounded()
        if not self.exhausted:
            self._drawn()

    def _bounded(self):
        search = Bounded(self.limits.bound, self.limits.reduce)
        room = max(1, self.limits.budget - self.limits.samples)
        for chooser in search:
            self.covered = search.covered
            if self._enough(room) or search.states >= STATES:
                return
            chooser.end(self._try(chooser))
        self.complete = True
        self.covered = search.covered
        self.exhausted = search.exhausted

    def _drawn(self):
        for number in range(self.limits.samples):
            if self._enough(self.limits.budget):
                return
            self._try(Drawn(self.limits.seed, number))

    def _enough(self, runs):
        return self.explored >= runs or self.steps >= self.limits.work or self.endless >= ENDLESS

    def _try(self, chooser):
        self.chooser = chooser
        world, outcome = self.trial.run(chooser)
        self.steps += world.steps
        if outcome is None:
            self.abandoned += 1
            return world
        self.explored += 1
        self.endless += outcome[0] == "endless"
        self.note(world, *outcome, chooser.choices)
        return world

    def note(self, world, kind, value, choices):
        """Keep an outcome, with its schedule if none with fewer switches led to it."""
        seen = facts(world) if self.limits.evidence else None
        key = (kind, _key(kind, value), json.dumps(seen))
        before = self.found.get(key)
        if before is None:
            if kind == "result" and len(key[1]) > LARGEST_VALUE:
                value = {"opaque": "a result too large to keep"}
            self.found[key] = Found(kind, value, list(choices), world.switches, world.steps, seen)
            return
        before.times += 1
        if (world.switches, world.steps) < (before.switches, before.steps):
            before.choices = list(choices)
            before.switches, before.steps = world.switches, world.steps
            before.value = value

    def report(self):
        """What was found, as JSON can hold it."""
        return {
            "explored": self.explored,
            "abandoned": self.abandoned,
            "complete": self.complete,
            "covered": self.covered,
            "exhausted": self.exhausted,
            "cannot_model": self.cannot_model,
            "sources": self.trial.program.sources,
            "operations": sorted(self.trial.program.operations),
            "careful": self.limits.careful,
            "points": self.limits.points,
            "told": self.limits.told,
            "found": [asdict(each) for each in list(self.found.values())],
        }


def _key(kind, value):
    if kind == "deadlock":
        return json.dumps(sorted([w["who"], w["operation"], w["where"]] for w in value), default=str)
    if kind == "endless":
        return ""
    return canonical(value)


class Following:
    """One schedule, followed with every step kept, up to the turn that could not be taken if there is one.

    Args:
        task: a ``Task``.
        limits: ``Limits``.
        chooser: whom to choose wherever there is a choice: ``search.Given``, or ``asked.Asked``.
    """

    def __init__(self, task, limits, chooser):
        self.trial = Trial(task, limits)
        self.chooser = chooser
        self.outcome = TOO_LATE

    def go(self):
        """Follow it to its end; returns self. Raises ``kernel.Diverged`` if it does not fit."""
        try:
            return self._once()
        except Learned:
            raise kernel.Diverged("Its threads are interrupted where they were not before.") from None

    def _once(self):
        try:
            _, outcome = self.trial.run(self.chooser, record=True)
        except kernel.Careless:
            raise kernel.Diverged("It takes a way on which more care is needed.") from None
        self.outcome = outcome or STOPPED
        return self

    def too_much(self):
        """It takes too much memory, and has no end."""

    def note(self, world, kind, value, choices):
        """Say how it ended, if it did not come to its end."""
        self.outcome = (kind, value)

    def report(self):
        """What happened, as JSON can hold it."""
        world, (kind, value) = self.trial.world, self.outcome
        return {
            "kind": kind,
            "value": value,
            "steps": world.log,
            "switches": world.switches,
            "choices": self.chooser.choices,
            "facts": facts(world) if world.evidence else None,
            "turns": self.chooser.told() if isinstance(self.chooser, Asked) else None,
            "points": self.trial.limits.points,
            "told": self.trial.limits.told,
        }


class Asking(Following):
    """The schedule that somebody asks for by names.

    Of threads, the points are found out first at which they can be interrupted: so the same uses of what they
    share are steps, whatever the turns.

    Args:
        task: a ``Task``.
        limits: ``Limits``.
        turns: see ``asked.Asked``.
    """

    def __init__(self, task, limits, turns):
        super().__init__(task, limits, Asked(turns))
        self._turns = turns
        self._exploration = Exploration(task, limits)
        self.trial = self._exploration.trial

    def go(self):
        """Follow it to its end, or to the turn that cannot be taken; returns self."""
        if self.trial.program.has_threads():
            self._exploration.go()
        while True:
            try:
                return self._once()
            except Learned as found:
                [self.trial.limits.points] = found.args
                self.chooser = Asked(self._turns)
