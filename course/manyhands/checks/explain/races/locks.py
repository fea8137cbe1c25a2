"""Who waits for a lock for ever: one's own, another's in a circle, or that of somebody who is gone."""

import ast

from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import LEAVES, called
from manyhands.checks.explore.turns import taken

KINDS = ("Lock", "RLock", "Semaphore", "BoundedSemaphore")


def tell(story: Story) -> Why | None:
    """M50, M51, M52, M19: the reason why a lock that somebody waits for does not get free."""
    held = [wait for wait in story.waits if wait["holder_task"] and wait["object"]["kind"] in KINDS[:2]]
    for wait in held:
        found = _own(story, wait) or _gone(story, wait)
        if found is not None:
            return found
    return _circle(story, held)


def _own(story: Story, wait: dict) -> Why | None:
    if wait["holder_task"] != wait["task"] or wait["object"]["kind"] != "Lock":
        return None
    position = taken(story.steps, wait["object"]["id"], wait["task"])
    if position is None:
        return None
    step = story.steps[position]
    if not _within(story, step, wait):
        return _forgotten(story, wait, position, step["who"])
    name = wait["on"] if wait["operation"] == "acquire" else step["on"]
    return Why(
        "M50",
        f"this would be right if who holds a Lock could take it again, but {wait['who']} holds `{name}`"
        f" since {story.quoted(step)}, and waits for itself in {story.quoted(wait)}",
        (position,),
    )


def _within(story: Story, step: dict, wait: dict) -> bool:
    # Whether the code that took the lock is still under way where it is waited for.
    if _with(story, step["where"]):
        return True
    before, now = step["stack"], wait["stack"]
    if len(now) < len(before) or [f for f, _ in now[: len(before)]] != [f for f, _ in before]:
        return False
    if any(a != b for a, b in zip(before[:-1], now, strict=False)):
        return False
    if len(now) > len(before):
        return True
    return _line(wait["where"]) > _line(step["where"])


def _with(story: Story, where: str) -> bool:
    return isinstance(story.text.statement(where), (ast.With, ast.AsyncWith))


def _line(where: str) -> int:
    return int(where.rpartition(":")[2])


def _gone(story: Story, wait: dict) -> Why | None:
    # The holder has ended, or its function has: what is left of it only waits for its children.
    leaving = any(
        other["task"] == wait["holder_task"] and other["operation"] in ("join at exit", "join the feeder")
        for other in story.waits
    )
    if not (wait["holder_ended"] or leaving):
        return None
    position = taken(story.steps, wait["object"]["id"], wait["holder_task"])
    if position is None:
        return None
    killed = _killed(story, wait)
    if killed is not None:
        return killed
    return _forgotten(story, wait, position, wait["holder"])


def _killed(story: Story, wait: dict) -> Why | None:
    for position, step in story.each("terminate", "kill", "terminate at exit"):
        if step["on"] == wait["holder"] and step["where"]:
            return Why(
                "M19",
                f"this would be right if a process gave back its locks when it is killed, but {step['who']}"
                f" kills {wait['holder']} in {story.quoted(step)} while it holds `{wait['on']}`, and"
                f" {wait['who']} waits for that in {story.quoted(wait)}",
                (position,),
            )
    return None


def _forgotten(story: Story, wait: dict, position: int, holder: str) -> Why | None:
    # The lock was taken, and the code that took it was left without giving it back.
    step, text = story.steps[position], story.text
    statement = text.statement(step["where"])
    function = text.function(statement)
    if statement is None or _with(story, step["where"]):
        return None
    releases = [call for call in text.calls("release", within=function) if _is_method(call)]
    if not releases:
        return Why(
            None,
            f"this would be right if `{step['on']}` were given back, but {holder} takes it in"
            f" {story.quoted(step)} and nothing there releases it; {wait['who']} waits for it in"
            f" {story.quoted(wait)}",
            (position,),
        )
    ended = story.ended(wait["holder_task"]) if wait["holder_ended"] else None
    error = (ended["value"] or "").partition(": ")[2] if ended else ""
    if error:
        kind, _, place = error.partition(" at ")
        how = f"with {kind}" + (f" in {text.quoted(place)}" if place else "")
    elif (left := _way_out(function, statement, releases)) is not None:
        how = f"by `{ast.unparse(left)[:40]}` ({text.place(left)})"
    else:
        return None
    return Why(
        "M52",
        f"this would be right if nothing could leave the code between {story.quoted(step)} and the release,"
        f" but {holder} leaves it {how}, `{step['on']}` stays taken, and {wait['who']} waits for it in"
        f" {story.quoted(wait)}",
        (position,),
    )


def _is_method(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and called(call) == "release"


def _way_out(function: ast.AST, statement: ast.stmt, releases: list[ast.Call]) -> ast.stmt | None:
    # A statement that leaves before the last release; those that a release stands before do not count.
    last = max(call.lineno for call in releases)
    for node in ast.walk(function):
        for body in (getattr(node, name, None) for name in ("body", "orelse")):
            if not isinstance(body, list):
                continue
            for each in body:
                if not (isinstance(each, LEAVES) and statement.lineno < each.lineno < last):
                    continue
                before = [call.lineno for call in releases if body[0].lineno <= call.lineno <= each.lineno]
                if not before:
                    return each
    return None


def _circle(story: Story, held: list[dict]) -> Why | None:
    next_of = {wait["task"]: wait for wait in held if not wait["holder_ended"]}
    for first in held:
        chain = []
        wait = first
        while wait is not None and wait not in chain:
            chain.append(wait)
            wait = next_of.get(wait["holder_task"])
        if wait is not None:
            chain = chain[chain.index(wait) :]
            if len({each["object"]["id"] for each in chain}) > 1:
                return _told_circle(story, chain)
    return _with_a_join(story, next_of)


def _told_circle(story: Story, chain: list[dict]) -> Why | None:
    parts, positions = [], []
    for wait in chain:
        mine = next(each for each in chain if each["holder_task"] == wait["task"])
        position = taken(story.steps, mine["object"]["id"], wait["task"])
        if position is None:
            return None
        positions.append(position)
        parts.append(
            f"{wait['who']} holds `{story.steps[position]['on']}` and waits for `{wait['on']}` in"
            f" {story.quoted(wait)}"
        )
    return Why(
        "M51",
        "this would be right if everybody took the locks in the same order, but "
        + ", ".join(parts[:-1])
        + f", and {parts[-1]}",
        tuple(positions),
    )


def _with_a_join(story: Story, next_of: dict) -> Why | None:
    # Somebody holds a lock while joining the one who waits for it.
    for wait in next_of.values():
        joins = [w for w in story.waits if w["task"] == wait["holder_task"] and w["operation"] == "join"]
        if joins and joins[0]["on"] == wait["who"]:
            position = taken(story.steps, wait["object"]["id"], wait["holder_task"])
            return Why(
                None,
                f"this would be right if {wait['who']} did not need `{wait['on']}`, but {wait['holder']}"
                f" holds it while it waits for {wait['who']} in {story.quoted(joins[0])}, and {wait['who']}"
                f" waits for the lock in {story.quoted(wait)}",
                () if position is None else (position,),
            )
    return None
