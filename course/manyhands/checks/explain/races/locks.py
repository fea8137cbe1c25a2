"""Who waits for a lock for ever: one's own, another's in a circle, or that of somebody who is gone."""

import ast

from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import LEAVES, called
from manyhands.checks.explore.turns import taken

LOCKS = ("Lock", "RLock")
SEMAPHORES = ("Semaphore", "BoundedSemaphore")

# What somebody would have to call so that a wait comes to its end, by operation.
SERVED_BY = {
    "get": ("put", "put_nowait"),
    "put": ("get", "get_nowait"),
    "recv": ("send", "send_bytes"),
    "recv_bytes": ("send", "send_bytes"),
    "send the rest": ("recv", "recv_bytes"),
    "send_bytes the rest": ("recv", "recv_bytes"),
    "wake up": ("set", "notify", "notify_all"),
    "wait": ("wait",),
    "join": ("task_done",),
}


def tell(story: Story) -> Why | None:
    """M50, M51, M52, M19: the reason why a lock that somebody waits for does not get free."""
    held = _held(story)
    for wait in held:
        found = _own(story, wait) or _gone(story, wait)
        if found is not None:
            return found
    return _circle(story, held) or _with_a_join(story, held) or _one_each(story)


def hold_and_wait(story: Story) -> Why | None:
    """Who holds a lock while waiting for what only those can bring who wait for the lock; it has no id."""
    for wait in _held(story):
        holding = story.wait_of(wait["holder_task"])
        if holding is None or not holding["where"] or not wait["where"]:
            continue
        serving = SERVED_BY.get(holding["operation"], ())
        functions = [story.text.function(story.text.statement(where)) for _, where in wait["stack"]]
        if any(story.text.calls(*serving, within=each) for each in functions if each is not None):
            return _holds_while(story, wait, holding)
    return None


def _held(story: Story) -> list[dict]:
    # The waits for a lock, or for the only permit of a semaphore, that a single process holds.
    kinds = (*LOCKS, *SEMAPHORES)
    return [wait for wait in story.waits if wait["holder_task"] and wait["object"]["kind"] in kinds]


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
        f"this would be right if the holder of a Lock could take it again, but {wait['who']} holds"
        f" `{name}` since {story.quoted(step)}, and waits for itself in {story.quoted(wait)}",
        (position,),
        wait["where"],
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
                wait["where"],
            )
    return None


def _forgotten(story: Story, wait: dict, position: int, holder: str) -> Why | None:
    # The lock was taken, and the code that took it was left without giving it back.
    step, text = story.steps[position], story.text
    if wait["object"]["kind"] == "RLock" and (found := _taken_more_often(story, wait)) is not None:
        return found
    statement = text.statement(step["where"])
    function = text.function(statement)
    if statement is None or _with(story, step["where"]):
        return None
    releases = [call for call in text.calls("release", within=function) if _is_method(call)]
    if not releases:
        elsewhere = any(_is_method(call) for call in text.calls("release"))
        lacking = "does not release it" if elsewhere else "nothing releases it"
        return Why(
            None,
            f"this would be right if `{step['on']}` were given back, but {holder} takes it in"
            f" {story.quoted(step)} and {lacking}; {wait['who']} waits for it in {story.quoted(wait)}",
            (position,),
            wait["where"],
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
        wait["where"],
    )


def _taken_more_often(story: Story, wait: dict) -> Why | None:
    # An RLock is free once its holder has released it as often as it has taken it.
    lock, holder = wait["object"]["id"], wait["holder_task"]
    takes = [
        (n, s)
        for n, s in story.each("acquire", on=lock, task=holder)
        if s["value"] not in ("False", "time is up")
    ]
    gives = list(story.each("release", on=lock, task=holder))
    if not gives or len(takes) <= len(gives) or any(True for _ in story.each("take the lock again", on=lock)):
        return None
    lines = list(dict.fromkeys(story.quoted(step) for _, step in takes if step["where"]))
    return Why(
        None,
        f"this would be right if one release were enough, but {wait['holder']} takes `{wait['on']}`"
        f" {_times(len(takes))}, in {' and '.join(lines)}, and releases it {_times(len(gives))}: an RLock is"
        f" free once it is released as often as it was taken, and {wait['who']} waits for it in"
        f" {story.quoted(wait)}",
        tuple(n for n, _ in takes[-2:]),
        wait["where"],
    )


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


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
    return None


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
    locks = "semaphores" if all(each["object"]["kind"] in SEMAPHORES for each in chain) else "locks"
    return Why(
        "M51",
        f"this would be right if everybody took the {locks} in the same order, but "
        + ", ".join(parts[:-1])
        + f", and {parts[-1]}",
        tuple(positions),
        chain[0]["where"],
    )


def _with_a_join(story: Story, held: list[dict]) -> Why | None:
    # Somebody holds a lock while joining the one who waits for it.
    for wait in held:
        holding = story.wait_of(wait["holder_task"])
        if holding is not None and holding["operation"] == "join" and holding["on"] == wait["who"]:
            return _holds_while(story, wait, holding)
    return None


def _holds_while(story: Story, wait: dict, holding: dict) -> Why:
    position = taken(story.steps, wait["object"]["id"], wait["holder_task"])
    joins = holding["operation"] == "join" and holding["on"] == wait["who"]
    if joins:
        believed, waiting = f"{wait['who']} did not need `{wait['on']}`", f"waits for {wait['who']}"
    else:
        believed, waiting = f"a process gave `{wait['on']}` back while it waits", "waits"
    return Why(
        None,
        f"this would be right if {believed}, but {wait['holder']} holds `{wait['on']}` while it {waiting} in"
        f" {story.quoted(holding)}, and {wait['who']} waits for `{wait['on']}` in {story.quoted(wait)}",
        () if position is None else (position,),
        wait["where"],
    )


def _one_each(story: Story) -> Why | None:
    # All permits of a semaphore are held by those who wait for another of them.
    for wait in story.waits:
        if wait["object"] is None or wait["object"]["kind"] not in SEMAPHORES or not wait["where"]:
            continue
        same = [w for w in story.waits if w["object"] and w["object"]["id"] == wait["object"]["id"]]
        names = {w["who"] for w in same}
        if not wait["holders"] or not set(wait["holders"]) <= names:
            continue
        holders = [w for w in same if w["who"] in wait["holders"]]
        positions = [taken(story.steps, wait["object"]["id"], w["task"]) for w in holders]
        who = " and ".join(w["who"] for w in holders)
        each, waits, holds = ("each ", "wait", "hold") if len(holders) > 1 else ("", "waits", "holds")
        return Why(
            None,
            f"this would be right if `{wait['on']}` had more permits, but {who} {each}{holds} a permit"
            f" and {waits} for another in {story.quoted(wait)}, and nobody else has one to give back",
            tuple(n for n in positions if n is not None),
            wait["where"],
        )
    return None
