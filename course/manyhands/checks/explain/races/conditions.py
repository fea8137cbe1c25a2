"""Waking up: calls that come too early, or reach only one, and wakers who are overtaken."""

import ast

from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explore.turns import reads, same_place, writes


def tell(story: Story) -> Why | None:
    """M93, M94 and M107; lost wake-ups and events that are cleared, which have no id."""
    for wait in story.waits:
        if wait["operation"].endswith(", answers") and (found := _unanswered(story, wait)) is not None:
            return found
    for wait in story.waits:
        if wait["operation"] != "wake up" or wait["where"] is None:
            continue
        teller = {"Condition": _never_called, "Event": _cleared}.get(wait["object"]["kind"])
        if teller is not None and (found := teller(story, wait)) is not None:
            return found
    return _overtaken(story)


def _unanswered(story: Story, wait: dict) -> Why | None:
    # Somebody waits for the answer of a sleeper that was killed.
    strikes = ("terminate", "kill", "terminate at exit")
    kills = [(n, s) for n, s in story.each(*strikes) if s["on"] in wait["holders"]]
    if wait["where"] is None or not kills:
        return None
    position, step = kills[-1]
    lane = [n for n, s in story.each("wait", "arrive", on=wait["object"]["id"]) if s["who"] == step["on"]]
    by = f"{step['who']} kills in {story.quoted(step)}" if step["where"] else "is killed as its parent ends"
    return Why(
        "M107",
        f"this would be right if nobody waited for those who wait, but {wait['who']} waits in"
        f" {story.quoted(wait)} for the answer of {step['on']}, which {by}",
        (*lane[-1:], position),
        step["where"] or wait["where"],
    )


def _never_called(story: Story, wait: dict) -> Why | None:
    object, task = wait["object"]["id"], wait["task"]
    asleep = max(n for n, step in story.each("wait", on=object) if step["task"] == task)
    calls = list(story.each("notify", on=object))
    before = [(n, step) for n, step in calls if n < asleep and step["task"] != task]
    after = [(n, step) for n, step in calls if n > asleep]
    where = story.quoted(wait)
    if not after and before and before[-1][1]["value"] == "0" and not _in_loop(story, wait):
        position, step = before[-1]
        return Why(
            None,
            f"this would be right if a call were kept for who comes later, but {step['who']} calls in"
            f" {story.quoted(step)} before {wait['who']} waits in {where}, and nobody calls again: look at"
            " what it waits for, under the lock, before waiting",
            (position, asleep),
            wait["where"],
        )
    if after and all(step["value"] == "1" for _, step in after):
        woken = [(n, s) for n, s in story.each("wake up", on=object) if n > after[0][0] and s["task"] != task]
        if len(woken) >= len(after):
            position, step = after[-1]
            return Why(
                "M94",
                f"this would be right if {story.quoted(step)} called everybody, but it calls one of those"
                f" who wait, that is {woken[-1][1]['who']}, and {wait['who']} goes on waiting in {where}",
                (asleep, position, woken[-1][0]),
                step["where"],
            )
    return _not_told(story, wait, asleep, calls)


def _not_told(story: Story, wait: dict, asleep: int, calls: list) -> Why | None:
    # Somebody has changed what the wait is about, and has called nobody since.
    mine = [
        n for n, s in story.each("acquire", "take the lock again") if s["task"] == wait["task"] and n < asleep
    ]
    looked = [
        s for s in story.steps[mine[-1] if mine else 0 : asleep] if s["task"] == wait["task"] and reads(s)
    ]
    changes = [
        (n, s)
        for n, s in enumerate(story.steps)
        if n > asleep and s["task"] != wait["task"] and writes(s) and s["where"]
        if any(same_place(s, look) for look in looked)
    ]
    if not changes or any(n > changes[-1][0] for n, _ in calls):
        return None
    position, step = changes[-1]
    return Why(
        "M94",
        f"this would be right if a process that waits noticed changes by itself, but {step['who']} changes"
        f" `{step['on']}` in {story.quoted(step)} and nobody calls notify after that: {wait['who']} waits in"
        f" {story.quoted(wait)}",
        (asleep, position),
        step["where"],
    )


def _in_loop(story: Story, wait: dict) -> bool:
    # A wait in a loop looks at what it waits for before it waits; so does wait_for.
    statement = story.text.statement(wait["where"])
    if statement is None or story.text.calls("wait_for", within=statement):
        return True
    return isinstance(statement, ast.While) or story.text.around(statement, ast.While) is not None


def _cleared(story: Story, wait: dict) -> Why | None:
    object = wait["object"]["id"]
    began = max(n for n, step in story.each("wait", on=object) if step["task"] == wait["task"])
    sets = [n for n, _ in story.each("set", on=object) if n < began]
    clears = [(n, step) for n, step in story.each("clear", on=object) if n < began]
    if not sets or not clears or clears[-1][0] < sets[-1]:
        return None
    if any(n > began for n, _ in story.each("set", on=object)):
        return None
    position, step = clears[-1]
    return Why(
        None,
        f"this would be right if an event remembered that it had been set, but {step['who']} clears"
        f" `{step['on']}` in {story.quoted(step)} before {wait['who']} looks in {story.quoted(wait)}, and"
        " nobody sets it again",
        (sets[-1], position, began),
        step["where"],
    )


def _overtaken(story: Story) -> Why | None:
    # Woken from a wait in an `if`, after somebody else has had the lock since the call.
    for position, step in story.each("take the lock again"):
        if step["where"] is None or not _in_if(story, step):
            continue
        woken = [n for n, s in story.each("wake up") if n < position and s["task"] == step["task"]]
        object = story.steps[woken[-1]]["object"]["id"] if woken else None
        calls = [n for n, s in story.each("notify", on=object) if n < position and s["value"] != "0"]
        if not woken or not calls or story.steps[woken[-1]]["value"] == "time is up":
            continue
        caller = story.steps[calls[-1]]["task"]
        others = [
            (n, s)
            for n, s in story.each("acquire", "take the lock again", on=step["object"]["id"])
            if calls[-1] < n < position and s["task"] not in (step["task"], caller)
        ]
        if others:
            first, other = others[0]
            return Why(
                "M93",
                f"this would be right if what {step['who']} waited for still held when it goes on, but"
                f" {other['who']} takes the lock first, in {story.quoted(other)}, and {story.quoted(step)}"
                " is in an `if`, which does not look again: `while` does",
                (calls[-1], first, position),
                step["where"],
            )
    return None


def _in_if(story: Story, step: dict) -> bool:
    statement = story.text.statement(step["where"])
    if statement is None or story.text.calls("wait_for", within=statement):
        return False
    around = story.text.around(statement, (ast.If, ast.While))
    if not isinstance(around, ast.If) or statement not in around.body or around.orelse:
        return False
    return story.text.after(around) is not None
