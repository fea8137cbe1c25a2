"""What a caller asks of an exploration, and gets: outcomes, and schedules that can be replayed."""

import json
import textwrap
from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path

from manyhands.checks.data import NotData, canonical, decode, described, encode, shortened

from . import child, drawing
from .endings import TOO_LATE
from .patience import TIMEOUTS
from .words import told_at_the_end

HANGS = ("deadlock", "endless")
START_METHODS = ("spawn", "forkserver")
_IDLE = {
    *("take from the buffer", "see that a worker has ended", "handle a result", "begin to hand out"),
    "mind the workers",
}  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Attributes:
        kind: ``"result"``, ``"exception"``, ``"exit"``, ``"deadlock"`` or ``"endless"``; ``"stopped"``
            for one that was not followed to its end, see ``follow``.
        value: the result; the exception's name and message; the exit code; who waits for what;
            the number of steps, or the line in which a worker went on without end; None.
        facts: what was seen, for ``seen.Seen``; None where the exploration kept no evidence.

    Who waits for what is told by dicts of who, task, operation, on, object, part, where and stack,
    as a step has them (``object`` is the lock, where a lock is what is waited for), and of holder
    and holder_task (who holds it, or None if that is nobody or several), holder_ended (whether that
    one has ended), holders (the names of all who hold it; nobody holds a semaphore that is used as a
    signal) and fed_by (the tasks whose processes could still send something to who reads from a pipe).
    """

    kind: str
    value: object
    facts: dict | None = None

    def __iter__(self):
        return iter((self.kind, self.value))

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return isinstance(other, Outcome) and self._key() == other._key()

    def _key(self):
        return self.kind, canonical(encode(self.value, described)), json.dumps(self.facts)

    def __str__(self):
        if self.kind == "result":
            return f"returns {self.value!r}"
        if self.kind == "exception":
            return f"raises {self.value[0]}: {self.value[1]}"
        if self.kind == "exit":
            return f"ends with exit code {self.value}"
        if self.kind == "endless" and isinstance(self.value, int):
            return f"comes to no end within {self.value} steps"
        if self.kind == "endless":
            return f"never comes to an end ({self.value})"
        if self.kind == "stopped":
            return "is followed no further"
        return "hangs: " + "; ".join(told_at_the_end(each) for each in self.value if not idle(each))


def idle(wait):
    """Whether who waits there is only a thread of a queue's or a pool's own that has nothing to do."""
    return wait["operation"] in _IDLE


class Outcomes(Set):
    """A set of outcomes; a pair of a kind and a value may be looked up as well."""

    def __init__(self, outcomes):
        self._outcomes = list(dict.fromkeys(outcomes))

    def __contains__(self, outcome):
        kind, value = outcome
        return Outcome(kind, value) in self._outcomes

    def __iter__(self):
        return iter(self._outcomes)

    def __len__(self):
        return len(self._outcomes)

    def __repr__(self):
        return "{" + ", ".join(f"({kind!r}, {value!r})" for kind, value in self) + "}"


@dataclass
class Schedule:
    """One schedule, step by step.

    Attributes:
        outcome: how it ends.
        steps: dicts of plain data, see below.
        switches: how often the baton changed hands.
        choices: whom the scheduler chose wherever there was a choice; internal names.
        job: the program, the call and the limits, as data.

    A step has who (a worker's name), operation, on (the object's name or None), where
    (``file:line`` of the student's, or None) and value (what was read, written, sent or returned,
    as text, or None); and, for who wants to know more,

    - task: the worker's internal name, as in ``choices``; a child's begins with its parent's and a
      dot, a feeder thread's is its process's with ``q`` and a number, a coroutine's its thread's with ``~``
      and a number, a time-out's with ``t`` and a number; ``!`` marks who was killed;
    - object: None, or a dict of id (no other object of the schedule has it), kind (such as
      ``"Lock"``, ``"manager's dict"``), by (the task that made it) and where (the line);
    - part: the element, key or attribute of the object that is read or written, as text, or None;
      ``"turn"`` where a queue's reader only takes its turn;
    - stack: the student's calls that led there, outermost first: pairs of a function's name and
      ``file:line``;
    - holds: the ids of the locks and semaphores that the task holds after the step.
    """

    outcome: Outcome
    steps: list
    switches: int
    choices: list
    job: dict = field(repr=False)

    def to_json(self):
        """The schedule as text, from which ``from_json`` makes it again."""
        return json.dumps(
            {
                "outcome": [self.outcome.kind, encode(self.outcome.value, described)],
                "steps": self.steps,
                "switches": self.switches,
                "choices": self.choices,
                "job": self.job,
            }
        )

    @classmethod
    def from_json(cls, text):
        """The schedule that ``to_json`` wrote. Raises ValueError if it is not one."""
        try:
            data = json.loads(text)
            kind, value = data.pop("outcome")
            return cls(outcome=Outcome(kind, decode(value)), **data)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"This is not a schedule: {error}") from None

    def __str__(self):
        return self.drawn()

    def drawn(self, marked=None):
        """The schedule as a drawing: a lane for each worker, time running down.

        Args:
            marked: positions of the steps to mark; None leaves it to ``drawing.turns``.
        """
        lines = drawing.draw(self.steps, self._waits(), self._sources(), marked)
        ending = f"It {self.outcome}"
        if self.outcome.kind not in HANGS:
            ending = shortened(ending)
        return "\n".join([*lines, *textwrap.wrap(ending, drawing.WIDTH)])

    def told(self, marked=None):
        """The steps, and who waits for what at the end, with what is shown of each: see ``drawing.told``."""
        return drawing.told(self.steps, self._waits(), self._sources(), marked)

    def _waits(self):
        waits = self.outcome.value if self.outcome.kind == "deadlock" else ()
        return [wait for wait in waits if not idle(wait)]

    def _sources(self):
        return self.job.get("task", {}).get("sources", {})


class ScheduleError(AssertionError):
    """A schedule was found that breaks what was asked.

    Attributes:
        schedule: that schedule, as it was run once more.
    """

    def __init__(self, message, schedule):
        super().__init__(f"{message}\n{schedule}")
        self.schedule = schedule


class Unsteady(AssertionError):
    """A schedule was found that breaks what was asked, and does not when it is run once more.

    Attributes:
        first: how it ended when it was found, an ``Outcome``.
        again: how it ended the second time; None if it could not even be followed.
        job: the program, the call and the limits, as data.
    """

    def __init__(self, first, again, job):
        second = f"it {again}" if again else "it takes other steps"
        super().__init__(f"A schedule was found in which it {first}; run once more, {second}.")
        self.first, self.again, self.job = first, again, job


class CannotModel(Exception):
    """The program uses what the model does not have, so nothing can be said of its schedules."""


class Schedules:
    """The schedules of a program that were explored.

    Attributes:
        outcomes: how they ended, a set of pairs of a kind and a value.
        explored: how many were run to their end.
        abandoned: how many were cut short, since they would have shown nothing new.
        complete: whether every schedule within the bound was covered.
        covered: up to how many preemptions every schedule was covered; -1 for none.
        operations: what the workers did in them, by name, such as ``"acquire"`` or ``"read"``.
        cannot_model: what the program uses and the model does not have, or None.
    """

    def __init__(self, job, report):
        task = {**job["task"], "sources": report["sources"], "folder": None}
        limits = {**job["limits"], **{each: report[each] for each in ("careful", "points", "told")}}
        self._job = {"task": task, "limits": limits, "stuck": job["stuck"]}
        self._found = [
            (_outcome(each["kind"], each["value"], each["facts"]), each) for each in report["found"]
        ]
        self.outcomes = Outcomes(outcome for outcome, _ in self._found)
        self.explored = report["explored"]
        self.abandoned = report["abandoned"]
        self.complete = report["complete"]
        self.covered = report["covered"]
        self.operations = frozenset(report["operations"])
        self.cannot_model = report["cannot_model"]

    def __iter__(self):
        """The schedule with the fewest switches for each outcome."""
        for outcome, each in self._found:
            yield self._schedule(outcome, each)

    def never_hang(self):
        """Check that every schedule comes to an end.

        Raises:
            ScheduleError: one does not.
            Unsteady: one did not, but does when it is run once more.
            CannotModel: none was found, but the model does not have all that the program uses.
        """
        self._never(lambda outcome: outcome.kind in HANGS, "A schedule was found that hangs:")

    def always(self, predicate):
        """Check that every schedule returns what ``predicate`` accepts; an error in it is a no.

        Raises:
            ScheduleError: one returns something else, raises, or hangs.
            Unsteady: one did, but does not when it is run once more.
            CannotModel: none was found, but the model does not have all that the program uses.
        """
        self._never(
            lambda outcome: not accepts(predicate, outcome),
            "A schedule was found that goes wrong:",
        )

    def every(self, predicate):
        """Check that ``predicate`` accepts the ``Outcome`` of every schedule; an error in it is a no.

        Raises:
            ScheduleError: one is not accepted.
            Unsteady: one was not, but is when it is run once more.
            CannotModel: none was found, but the model does not have all that the program uses.
        """

        def wrong(outcome):
            try:
                return not predicate(outcome)
            except Exception:
                return True

        self._never(wrong, "A schedule was found in which something else is seen:")

    def _never(self, wrong, message):
        failing = [(outcome, each) for outcome, each in self._found if wrong(outcome)]
        if failing:
            outcome, each = min(failing, key=lambda pair: (pair[1]["switches"], pair[1]["steps"]))
            raise ScheduleError(message, self._again(outcome, each, wrong))
        if self.cannot_model:
            raise CannotModel(f"The explorer cannot model {self.cannot_model}.")

    def _again(self, outcome, each, wrong):
        # The failing schedule, run once more. Raises Unsteady if it does not go wrong in the same way.
        try:
            schedule = self._schedule(outcome, each)
        except child.ChildError as error:
            if "Diverged" not in str(error):
                raise
            raise Unsteady(outcome, None, self._job) from None
        if schedule.outcome.kind != outcome.kind or not wrong(schedule.outcome):
            raise Unsteady(outcome, schedule.outcome, self._job)
        return schedule

    def _schedule(self, outcome, each):
        return replay(Schedule(outcome, [], 0, each["choices"], self._job))


def accepts(predicate, outcome):
    """Whether an outcome is a result that ``predicate`` accepts; an error in it is a no."""
    try:
        return outcome.kind == "result" and bool(predicate(outcome.value))
    except Exception:
        return False


def _outcome(kind, value, facts=None):
    if kind == "exception":
        return Outcome(kind, tuple(value), facts)
    return Outcome(kind, value if kind in HANGS else decode(value), facts)


def explore(module, function, /, *args, bound=2, budget=2_000, samples=100, seed=0,
            max_steps=20_000, pipe_capacity=65_536, reduce=True, deadline=30.0,
            stuck=3.0, evidence=False, timeouts="patient", start_method="spawn", main_file=False,
            **kwargs):  # fmt: skip
    """Explore the schedules of ``function(*args, **kwargs)``, in an interpreter of its own.

    Args:
        module: the path of the student's module, or its text (then it is called ``answer``).
        function: the name of a function in it.
        args, kwargs: data (see ``data``), or ``Name("f")`` for a function ``f`` of the module.
        bound: preemptions up to which every schedule is tried.
        budget: runs in all, without those that are cut short since they show nothing new.
        samples: how many are drawn at random beyond the bound.
        seed: for these.
        max_steps: steps after which a run counts as endless.
        pipe_capacity: bytes that a pipe holds; less than the usual 65,536 shows with small data
            what would happen with large ones.
        reduce: whether to leave out schedules that could show nothing new.
        deadline: seconds after which the exploration ends with what it has found so far; those for which a
            busy machine had no core for it are not counted, where the system tells.
        stuck: seconds of computing between two steps after which a run counts as endless.
        evidence: whether calls of functions as data are steps, and what is seen of each run is kept.
        timeouts: ``"patient"``: those of more than a second run out only once nobody else can go on, as
            do sleeps of a minute or more; ``"free"``: any may at any moment, which counts as a preemption.
        start_method: ``"spawn"`` or ``"forkserver"``, for processes that do not say it themselves.
        main_file: whether the module is the file that the program was started with, which a fork server
            of Python 3.14 or later has imported before it makes a process.
    Returns:
        ``Schedules``.
    Raises:
        TypeError: an argument is not data.
        ValueError: there are no such time-outs, or no such start method.
        OSError: the module cannot be read.
        child.ChildError: the interpreter did not answer.
    """
    if timeouts not in TIMEOUTS:
        raise ValueError(f"timeouts must be one of {', '.join(TIMEOUTS)}, not {timeouts!r}")
    if start_method not in START_METHODS:
        raise ValueError(f"start_method must be one of {', '.join(START_METHODS)}, not {start_method!r}")
    limits = dict(bound=bound, budget=budget, samples=samples, seed=seed, max_steps=max_steps,
                  pipe_capacity=pipe_capacity, reduce=reduce, evidence=evidence,
                  timeouts=timeouts, start_method=start_method, main_file=main_file)  # fmt: skip
    job = {"task": _task(module, function, args, kwargs), "limits": limits, "stuck": stuck}
    return Schedules(job, child.ask({"do": "explore", **job}, deadline))


def follow(module, function, /, *args, turns, deadline=30.0, stuck=3.0, **kwargs):
    """Run ``function(*args, **kwargs)`` in the model, and let those go on whose turn it is.

    Args:
        module, function, args, kwargs, deadline, stuck: as of ``explore``; or other options of it.
        turns: names of processes or threads: who takes the next step on something shared (``asked.Asked``).
    Returns:
        A pair: the ``Schedule``, and None or why not all turns could be taken, as a clause.
    Raises:
        TypeError: an argument is not data.
        OSError: the module cannot be read.
        child.ChildError: the interpreter did not answer in time, or the program uses what the model does not
            have.
    """
    limits = {name: kwargs.pop(name) for name in list(kwargs) if name in OPTIONS}
    job = {"task": _task(module, function, args, kwargs), "limits": limits, "stuck": stuck}
    answer = child.ask({"do": "follow", "turns": list(turns), **job}, deadline)
    job["limits"] = limits | {"points": answer["points"], "told": answer["told"]}
    return _followed(answer, job, deadline), _not_taken(answer["turns"])


def _not_taken(turns):
    stopped, number, name = turns["stopped"], turns["used"] + 1, turns["name"]
    if stopped is None:
        used, left = turns["used"], turns["left"]
        return (
            f"after turn {used} nobody can take a step any more, and there are {left} more" if left else None
        )
    if stopped["why"] == "waits":
        return f"turn {number}, of {name}, cannot be taken: {told_at_the_end(stopped['wait'])}"
    if stopped["why"] == "has ended":
        return f"turn {number}, of {name}, cannot be taken: it has ended"
    names = ", ".join(stopped["names"])
    return f"turn {number} is of {name}, and there is nobody of that name; there are {names}"


OPTIONS = frozenset(explore.__kwdefaults__)
"""The names of the exploration's own options."""


def replay(schedule, deadline=30.0):
    """Run a schedule again, in an interpreter of its own.

    Args:
        schedule: a ``Schedule``.
        deadline: seconds.
    Returns:
        The ``Schedule`` as it was run: the same steps and the same outcome.
    Raises:
        child.ChildError: the interpreter did not answer in time, or the schedule does not fit the module.
    """
    answer = child.ask({"do": "replay", "choices": schedule.choices, **schedule.job}, deadline)
    return _followed(answer, schedule.job, deadline)


def _followed(answer, job, deadline):
    # What a child tells of one schedule. Raises ChildError if it did not come to its end in time.
    outcome = _outcome(answer["kind"], answer["value"], answer["facts"])
    if (outcome.kind, outcome.value) == TOO_LATE:
        raise child.ChildError(f"A schedule could not be followed to its end within {deadline} s.")
    return Schedule(outcome, answer["steps"], answer["switches"], answer["choices"], job)


def _task(module, function, args, kwargs):
    if isinstance(module, str) and "\n" in module:
        name, source, folder = "answer", module, None
    else:
        path = Path(module)
        name, source, folder = path.stem, path.read_text(encoding="utf-8"), str(path.parent)
    encoded = [_data(each) for each in args]
    named = {key: _data(each) for key, each in kwargs.items()}
    return {
        "module": name, "sources": {name: source}, "function": function,
        "args": encoded, "kwargs": named, "folder": folder,
    }  # fmt: skip


def _data(value):
    try:
        return encode(value)
    except NotData:
        raise TypeError(f"An argument is not data that can be explored with: {value!r}") from None
