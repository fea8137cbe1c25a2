"""Exceptions in the first process that say by themselves what was misunderstood."""

import ast

from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import called


def tell(story: Story) -> Why | None:
    """M13, M34, M40, M43, M48, M49."""
    if story.kind != "exception":
        return None
    tellers = (_started_twice, _done_too_often, _wrong_way, _at_the_end, _no_get_lock, _not_a_number)
    return next((found for teller in tellers if (found := teller(story, *story.value)) is not None), None)


def _last(story: Story, *operations: str) -> tuple[int, dict] | None:
    found = [(n, s) for n, s in story.each(*operations, task="0") if s["where"]]
    return found[-1] if found else None


def _started_twice(story: Story, kind: str, message: str) -> Why | None:
    calls = story.text.calls("start")
    if message != "cannot start a process twice" or not calls:
        return None
    second = story.text.quoted(story.text.place(calls[-1]))
    return Why(
        "M13",
        f"this would be right if a Process could run again, but it is started a second time in {second}, and"
        " each runs once: make a new one",
    )


def _done_too_often(story: Story, kind: str, message: str) -> Why | None:
    last = _last(story, "task_done")
    if message != "task_done() called too many times" or last is None:
        return None
    position, step = last
    puts = sum(1 for _ in story.each("put", on=step["object"]["id"]))
    return Why(
        "M34",
        f"this would be right if task_done did no harm, but {puts} went through `{step['on']}`, and"
        f" {story.quoted(step)} says done once more",
        (position,),
    )


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
    )


def _no_get_lock(story: Story, kind: str, message: str) -> Why | None:
    calls = story.text.calls("get_lock")
    if kind != "AttributeError" or "get_lock" not in message or "Proxy" not in message or not calls:
        return None
    quoted = story.text.quoted(story.text.place(calls[0]))
    return Why(
        "M48",
        f"this would be right for a Value of multiprocessing, but {quoted} asks a manager's, which has no"
        " lock of its own",
    )


def _not_a_number(story: Story, kind: str, message: str) -> Why | None:
    last = _last(story, "write")
    if kind != "TypeError" or last is None or last[1]["value"] != "raises TypeError":
        return None
    if last[1]["object"]["kind"] not in ("Value", "Array"):
        return None
    position, step = last
    return Why(
        "M49",
        f"this would be right if `{step['on']}` held Python's numbers, but it holds a C type, and"
        f" {story.quoted(step)} does not fit: {message}",
        (position,),
    )
