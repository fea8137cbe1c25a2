"""Exceptions in the first process that say by themselves what was misunderstood."""

import ast
import re

from manyhands.checks.explain.races.numbers import made_at
from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import called


def tell(story: Story) -> Why | None:
    """M13, M34, M40, M43, M48, M49."""
    if story.kind != "exception":
        return None
    tellers = (
        _started_twice, _done_too_often, _wrong_way, _at_the_end, _no_get_lock, _without_lock, _sent,
        _not_a_number,
    )  # fmt: skip
    return next((found for teller in tellers if (found := teller(story, *story.value)) is not None), None)


def _last(story: Story, *operations: str) -> tuple[int, dict] | None:
    found = [(n, s) for n, s in story.each(*operations, task="0") if s["where"]]
    return found[-1] if found else None


def _started_twice(story: Story, kind: str, message: str) -> Why | None:
    if message != "cannot start a process twice":
        return None
    calls = story.text.calls("start")
    alike = [call for call in calls if ast.unparse(call.func) == ast.unparse(calls[-1].func)]
    place = story.text.place(alike[-1]) if len(alike) == 2 or len(calls) == 1 else None
    where = f" in {story.text.quoted(place)}" if place else ""
    return Why(
        "M13",
        f"this would be right if a Process could run again, but one is started a second time{where}, and"
        " each runs once: make a new one",
        where=place,
    )


def _done_too_often(story: Story, kind: str, message: str) -> Why | None:
    last = _last(story, "task_done")
    if message != "task_done() called too many times" or last is None:
        return None
    position, step = last
    puts = sum(1 for _ in story.each("put", on=step["object"]["id"]))
    return Why(
        "M34",
        f"this would be right if a task_done too many did no harm, but {_items(puts)} went through"
        f" `{step['on']}`, and {story.quoted(step)} says done once more, which raises ValueError",
        (position,),
        step["where"],
    )


def _items(number: int) -> str:
    return f"only {number} item" if number == 1 else f"only {number} items"


def _wrong_way(story: Story, kind: str, message: str) -> Why | None:
    if kind != "OSError" or message not in ("connection is read-only", "connection is write-only"):
        return None
    one_way = [call for call in story.text.calls("Pipe") if _not_duplex(call)]
    if not one_way:
        return None
    quoted = story.text.quoted(story.text.place(one_way[0]))
    return Why(
        "M40",
        f"this would be right if {quoted} gave the sending end first, but it gives the receiving end, then"
        f" the sending end: the {message}",
        where=story.text.place(one_way[0]),
    )


def _not_duplex(call: ast.Call) -> bool:
    values = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "duplex")]
    return called(call) == "Pipe" and any(isinstance(v, ast.Constant) and v.value is False for v in values)


def _at_the_end(story: Story, kind: str, message: str) -> Why | None:
    last = _last(story, "recv", "recv_bytes")
    if kind != "EOFError" or last is None or last[1]["value"] != "raises EOFError":
        return None
    position, step = last
    polls = [(n, s) for n, s in story.each("poll", on=step["object"]["id"], task="0") if n < position]
    if not polls or polls[-1][1]["value"] != "True" or polls[-1][1]["where"] is None:
        return None
    return Why(
        "M43",
        "this would be right if poll were true for data only, but it is true in"
        f" {story.quoted(polls[-1][1])} since the pipe is at its end, and {story.quoted(step)} raises"
        " EOFError",
        (polls[-1][0], position),
        step["where"],
    )


def _no_get_lock(story: Story, kind: str, message: str) -> Why | None:
    calls = story.text.calls("get_lock")
    if kind != "AttributeError" or "get_lock" not in message or "Proxy" not in message or not calls:
        return None
    place = story.text.place(calls[0])
    return Why(
        "M48",
        f"this would be right for a Value of multiprocessing, but {story.text.quoted(place)} asks a"
        " manager's, which has no lock of its own",
        where=place,
    )


def _without_lock(story: Story, kind: str, message: str) -> Why | None:
    calls = story.text.calls("get_lock")
    if kind != "AttributeError" or not re.match(r"'c_\w+' object has no attribute 'get_lock'", message):
        return None
    if not calls:
        return None
    place = story.text.place(calls[0])
    return Why(
        None,
        f"this would be right for a Value or an Array with its lock, but {story.text.quoted(place)} asks one"
        " that was made without: RawValue, RawArray and `lock=False` bring none",
        where=place,
    )


TASKS = (
    "submit",
    "apply",
    "apply_async",
    "map",
    "map_async",
    "starmap",
    "starmap_async",
    "imap",
    "imap_unordered",
)
"""The methods that hand a task to a pool's workers, or an executor's."""


def _sent(story: Story, kind: str, message: str) -> Why | None:
    found = re.match(r"(\w+) objects should only be shared between processes through inheritance", message)
    if kind != "RuntimeError" or found is None:
        return None
    tasks = story.text.calls(*TASKS)
    calls = tasks or story.text.calls("put", "put_nowait", "send")
    place = story.text.place(calls[0]) if len(calls) == 1 else None
    how = f"{story.text.quoted(place)} sends one to a process that runs already" if place else "it cannot"
    return Why(
        "M35" if tasks and place else None,
        f"this would be right if a {found[1]} could be sent, but {how}: it can only be handed over when a"
        " process starts, among its args",
        where=place,
    )


def _not_a_number(story: Story, kind: str, message: str) -> Why | None:
    last = _last(story, "write")
    if kind != "TypeError" or last is None or last[1]["value"] != "raises TypeError":
        return None
    if last[1]["object"]["kind"] not in ("Value", "Array"):
        return None
    position, step = last
    holds = made_at(story.text, step["object"]["where"]) or "a number of its C type"
    return Why(
        "M49",
        f"this would be right if `{step['on']}` held Python's numbers, but it holds {holds}, and"
        f" {story.quoted(step)} does not fit: {message}",
        (position,),
        step["where"],
    )
