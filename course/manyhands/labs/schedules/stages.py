"""A schedule as a row of stages: after each move, who holds which lock and has which value in hand.

This is the common ground of the picture of a schedule and of stepping through it.
"""

import ast
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace

from manyhands.checks.explore import Schedule
from manyhands.labs.schedules.endings import ending

MAIN = "main"
FRAME = ("start", "exit", "join", "begin to end", "join the feeder")
NAMED = {
    "acquire": "takes {}",
    "release": "gives {} back",
    "take the lock again": "takes {} again",
    "wait": "waits for {}",
    "arrive": "arrives at {}",
    "put": "puts into {}",
    "get": "gets from {}",
    "take from the buffer": "takes from the buffer",
    "feed": "sends into the pipe",
}


@dataclass(frozen=True)
class Value:
    """What a worker has read: ``old`` once somebody else has written since."""

    text: str
    old: bool = False


@dataclass(frozen=True)
class Stage:
    """How things stand after a move.

    ``who`` and ``words`` tell the move, ``line`` is where it stands in the source (0 if nowhere);
    before the first move they are empty. ``kind`` is ``"read"``, ``"write"``, ``"lost"`` (a write
    that wipes out one which its worker has not seen), ``"lock"`` or ``"other"``. ``shared`` holds, by
    name, the values that several workers use; by worker, ``held`` the locks and ``in_hand`` what it has read.
    """

    who: str
    words: str
    line: int
    kind: str
    shared: dict[str, str]
    held: dict[str, tuple[str, ...]]
    in_hand: dict[str, dict[str, Value]]


@dataclass(frozen=True)
class Wait:
    """Somebody for whom a schedule has no next move: ``words`` say for what they wait, and who has it."""

    who: str
    words: str
    line: int


@dataclass(frozen=True)
class Story:
    """A schedule, ready to be shown: the stages (the first is before any move), and how it ends."""

    workers: tuple[str, ...]
    stages: tuple[Stage, ...]
    waits: tuple[Wait, ...]
    ending: str
    source: dict[int, str]

    @property
    def moves(self) -> tuple[Stage, ...]:
        """The stages without the first one, at which nothing has happened."""
        return self.stages[1:]


def story(schedule: Schedule) -> Story:
    """Tell a schedule: what main does before its workers start and after they have ended is left out."""
    steps = list(_steps(schedule))
    waits = tuple(_waits(schedule, _names(schedule)))
    names = dict.fromkeys([step["who"] for step in steps] + [wait.who for wait in waits])
    stages = [_before(steps, names)]
    for step in steps:
        stages.append(_after(stages[-1], step))
    lines = {stage.line for stage in stages} | {wait.line for wait in waits}
    return Story(
        workers=tuple(sorted(names, key=lambda name: (name != MAIN, name))),
        stages=tuple(stages),
        waits=waits,
        ending=ending(schedule.outcome),
        source=_source(schedule, lines - {0}),
    )


def _steps(schedule: Schedule) -> Iterator[dict]:
    """The steps worth showing, each with the ``name`` of what it is about and its ``line``."""
    others = [index for index, step in enumerate(schedule.steps) if step["who"] != MAIN]
    steps = schedule.steps[others[0] : others[-1] + 1] if others else schedule.steps
    names = _names(schedule)
    return (
        step | {"name": _name(step, names), "line": _line(step, schedule)}
        for step in steps
        if step["operation"] not in FRAME
    )


def _names(schedule: Schedule) -> dict[str, str]:
    """The names of the shared objects by their ids; two of a kind with one name get a number."""
    objects = {step["object"]["id"]: step for step in schedule.steps if step["object"]}
    twins = {}
    for key, step in sorted(objects.items()):
        twins.setdefault((_kind(step), (step["on"] or "").removeprefix("self.")), []).append(key)
    return {
        key: name if len(keys) == 1 else f"{name} {number}"
        for (_, name), keys in twins.items()
        for number, key in enumerate(keys, start=1)
    }


def _name(step: dict, names: dict[str, str]) -> str:
    name = names.get(step["object"]["id"], step["on"]) if step["object"] else step["on"]
    return (name or "") if step["part"] is None else f"{name}[{step['part']}]"


def _waits(schedule: Schedule, names: dict[str, str]) -> Iterator[Wait]:
    if schedule.outcome.kind != "deadlock":
        return
    for wait in schedule.outcome.value:
        if wait["operation"] not in ("join", "take from the buffer"):
            holder = f", which {wait['holder']} {_holds(wait)}" if wait["holder"] else ""
            yield Wait(wait["who"], f"waits for {_name(wait, names)}{holder}", _line(wait, schedule))


def _holds(wait: dict) -> str:
    return "held when it ended" if wait.get("holder_ended") else "holds"


def _before(steps: list[dict], names: dict) -> Stage:
    """Before the first move. What a shared value is then, its first reader tells; if not, it is empty.

    Shared is what two or more workers read or write.
    """
    users, first = {}, {}
    for step in steps:
        if step["operation"] in ("read", "write"):
            users.setdefault(step["name"], set()).add(step["who"])
            first.setdefault(step["name"], step["value"] if step["operation"] == "read" else "")
    shared = {name: value for name, value in first.items() if len(users[name]) > 1}
    nothing = {name: () for name in names}
    return Stage("", "", 0, "other", shared, nothing, {name: {} for name in names})


def _after(before: Stage, step: dict) -> Stage:
    who, name, value = step["who"], step["name"], step["value"]
    stage = replace(
        before,
        who=who,
        words=_words(step),
        line=step["line"],
        kind="other",
        held=before.held | {who: _held(before, step)},
    )
    if step["operation"] == "read":
        return _with(stage, kind="read", hand={name: Value(value)})
    if step["operation"] == "write":
        seen = before.in_hand[who].get(name)
        shared = {each: value if each == name else old for each, old in before.shared.items()}
        stage = replace(stage, shared=shared, in_hand=_aged(before.in_hand, who, name))
        if seen and seen.old and seen.text != before.shared.get(name):
            wiped = f"{stage.words}, over {before.shared[name]}"
            return replace(_with(stage, kind="lost", hand={name: None}), words=wiped)
        return _with(stage, kind="write", hand={name: None})
    return replace(stage, kind="lock") if "lock" in _kind(step) else stage


def _with(stage: Stage, kind: str, hand: dict[str, Value | None]) -> Stage:
    mine = {name: value for name, value in (stage.in_hand[stage.who] | hand).items() if value}
    return replace(stage, kind=kind, in_hand=stage.in_hand | {stage.who: mine})


def _aged(in_hand: dict, writer: str, name: str) -> dict:
    """What the others have read of ``name`` is old from now on."""
    return {
        who: {
            each: replace(value, old=value.old or (who != writer and each == name))
            for each, value in values.items()
        }
        for who, values in in_hand.items()
    }


def _held(before: Stage, step: dict) -> tuple[str, ...]:
    """The names of the locks that a worker holds after its step."""
    held = list(before.held[step["who"]])
    while len(held) > len(step["holds"]):
        held.remove(step["name"] if step["name"] in held else held[-1])
    if len(held) < len(step["holds"]):
        held.append(step["name"])
    return tuple(held)


def _kind(step: dict) -> str:
    """What a step is about, in small letters: ``"lock"``, ``"rlock"``, ``"condition"``, …"""
    return step["object"]["kind"].lower() if step["object"] else ""


def _words(step: dict) -> str:
    operation, name, value = step["operation"], step["name"], step["value"]
    if operation in ("read", "write"):
        return f"{operation}s {name}: {value}"
    if operation == "acquire" and value == "False":
        return f"does not get {name}"
    if operation == "wait" and _kind(step) == "condition":
        return "goes to sleep"
    if operation == "notify":
        return f"notifies: {'nobody waits' if value == '0' else f'{value} may go on'}"
    if operation in ("full", "empty"):
        return f"sees that {name} is {'' if value == 'True' else 'not '}{operation}"
    if operation == "wake up":
        return "wakes up"
    words = NAMED.get(operation, f"{operation} {{}}").format(name).strip()
    return words if value in (None, "None", "True") else f"{words}: {value}"


def _line(step: dict, schedule: Schedule) -> int:
    """The number of the line where a step stands; 0 if it stands in no line of the program's own module."""
    file, _, number = (step["where"] or "").rpartition(":")
    return int(number) if file == f"{schedule.job['task']['module']}.py" else 0


def _source(schedule: Schedule, lines: set[int]) -> dict[int, str]:
    """The lines of the functions in which something happens, by their numbers."""
    task = schedule.job["task"]
    text = task["sources"][task["module"]]
    shown = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and lines & set(range(node.lineno, node.end_lineno + 1)):
            numbers = range(node.lineno, node.end_lineno + 1)
            body = "\n".join(text.splitlines()[node.lineno - 1 : node.end_lineno])
            shown |= dict(zip(numbers, textwrap.dedent(body).splitlines(), strict=False))
    return dict(sorted(shown.items()))
