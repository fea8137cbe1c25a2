"""Lost updates: somebody writes what they had read before another wrote there."""

import ast

from manyhands.checks.explain.races.numbers import made_at
from manyhands.checks.explain.races.story import Story, Why, place_of
from manyhands.checks.explain.races.text import depends
from manyhands.checks.explore.evidence import MEMORY
from manyhands.checks.explore.turns import Lost, lost_updates, read_backs, reads, same_place, writes

ONLY_ONE = ("Lock", "RLock")
MOST_STEPS = 1_000


def tell(story: Story) -> Why | None:
    """M45, M46, M47, M69: what kept nobody from coming between a read and a write."""
    named = None
    for lost in lost_updates(story.steps):
        found = _tell(story, lost)
        if found is not None and found.misconception:
            return found
        named = named or found
    return named


def read_back(story: Story) -> Why | None:
    """Who writes, and reads what they have written when another has written there. M46, where that shows."""
    if story.kind != "result":
        return None
    locks = _locks(story)
    for lost in read_backs(story.steps):
        write, other, read = (story.steps[n] for n in lost)
        held = set.intersection(*(set(s["holds"]) for s in _own(story, lost)))
        if any(locks[each]["kind"] not in ONLY_ONE for each in held | set(other["holds"])):
            continue
        if held:
            found = _other_lock(story, lost, held, locks, "write and its read")
            if found is not None:
                return found
            continue
        return Why(
            None,
            f"this would be right if `{place_of(write)}` were still what {story.quoted(write)} has written"
            f" when {story.quoted(read)} reads it, but no lock is held from the one to the other, and"
            f" {other['who']} writes it in between",
            lost,
            read["where"],
        )
    return None


def looked(story: Story) -> Why | None:
    """Who acts on what was true before another's write; it has no misconception's id."""
    if len(story.steps) > MOST_STEPS:
        return None
    for position, write in enumerate(story.steps):
        if not writes(write):
            continue
        for before, read in enumerate(story.steps[:position]):
            if read["task"] != write["task"] or not reads(read) or not same_place(read, write):
                continue
            others = [
                n
                for n, s in enumerate(story.steps[before:position], before)
                if s["task"] != write["task"] and writes(s) and same_place(s, write)
            ]
            if not others or not _in_test(story, read):
                continue
            lost = Lost(before, others[-1], position)
            held = set.intersection(*(set(s["holds"]) for s in _own(story, lost)))
            if not held and _linked(story, read, write) is not None:
                other = story.steps[others[-1]]
                return Why(
                    None,
                    f"this would be right if what {story.quoted(read)} has found were still true in"
                    f" {story.quoted(write)}, but no lock is held from the one to the other, and"
                    f" {other['who']} writes `{place_of(other)}` in between",
                    lost,
                    write["where"],
                )
    return None


def _in_test(story: Story, read: dict) -> bool:
    return any(isinstance(story.text.statement(where), (ast.If, ast.While)) for _, where in read["stack"])


def wraps(story: Story) -> Why | None:
    """M49: what is read from a Value or an Array is not the number that was written."""
    written = {}
    for position, step in enumerate(story.steps):
        if step["object"] is None or step["object"]["kind"] not in ("Value", "Array") or not step["where"]:
            continue
        place = step["object"]["id"], step["part"]
        if writes(step):
            if step["part"] is not None and ":" in step["part"]:
                written.clear()
            else:
                written[place] = position, step
        elif place in written and reads(step):
            before, write = written[place]
            if _integers(write["value"], step["value"]) and write["value"] != step["value"]:
                holds = made_at(story.text, step["object"]["where"]) or "a number of its C type"
                return Why(
                    "M49",
                    f"this would be right if `{place_of(write)}` held Python's numbers, but it holds {holds}:"
                    f" {story.quoted(write)} writes {write['value']}, for which there is no room, and"
                    f" {story.quoted(step)} reads {step['value']}",
                    (before, position),
                    write["where"],
                )
    return None


def _integers(*values: str | None) -> bool:
    return all(value is not None and value.lstrip("-").isdigit() for value in values)


def _tell(story: Story, lost: Lost) -> Why | None:
    read, other, write = (story.steps[n] for n in lost)
    places = _linked(story, read, write)
    if places is None:
        return None
    held = set.intersection(*(set(s["holds"]) for s in _own(story, lost)))
    locks = _locks(story)
    at_read, at_write = set(read["holds"]), set(write["holds"])
    if (found := _without_it(story, lost, locks)) is not None:
        return found
    if any(locks[each]["kind"] not in ONLY_ONE for each in at_read | at_write | set(other["holds"])):
        return None
    if held:
        return _other_lock(story, lost, held, locks)
    again = at_read & at_write
    if again:
        name = locks[min(again)]["name"]
        return Why(
            "M47",
            f"this would be right if nothing happened between {story.quoted(read)} and"
            f" {story.quoted(write)}, but {read['who']} releases `{name}` in between, and {other['who']}"
            f" writes `{place_of(other)}` before {read['who']} does",
            lost,
            write["where"],
        )
    if at_read or at_write:
        name = locks[min(at_read or at_write)]["name"]
        when = "reads" if at_read else "writes"
        return Why(
            None,
            f"this would be right if `{name}` were held from {story.quoted(read)} to {story.quoted(write)},"
            f" but {read['who']} holds it only while it {when}, and {other['who']} writes `{place_of(other)}`"
            " in between",
            lost,
            write["where"],
        )
    return _no_lock(story, lost, places)


def _no_lock(story: Story, lost: Lost, places: tuple[str, str]) -> Why:
    read, other, write = (story.steps[n] for n in lost)
    proxy = read["object"]["kind"].startswith("manager's")
    misconception = "M45" if not proxy else "M69" if _sets(write) else None
    if read["object"]["kind"] == "SharedMemory" or read["object"]["kind"] in MEMORY:
        misconception = None  # neither a Value nor a proxy: what its lock or its server does not do
    if places[0] == places[1]:
        two = "two calls to the manager" if proxy else "a read and a write"
        sentence = (
            f"this would be right if {story.text.quoted(places[0])} were one step, but it is {two}, and"
            f" {other['who']} writes between {_of(read['who'])} read and its write"
        )
    else:
        sentence = (
            f"this would be right if {story.text.quoted(places[0])} and {story.text.quoted(places[1])} were"
            f" one step, but no lock is held from the one to the other, and {other['who']} writes"
            f" `{place_of(other)}` in between"
        )
    return Why(misconception, sentence, lost, write["where"])


def _without_it(story: Story, lost: Lost, locks: dict) -> Why | None:
    # One of the two has asked for a lock that the other holds, has not got it, and goes on all the same.
    read, other, _ = (story.steps[n] for n in lost)
    for who, before, theirs in ((other, lost.other, read["holds"]), (read, lost.read, other["holds"])):
        for lock in theirs:
            asked = [(n, s) for n, s in story.each("acquire", on=lock, task=who["task"]) if n < before]
            if not asked or asked[-1][1]["value"] not in ("time is up", "False"):
                continue
            position, step = asked[-1]
            until = "its time is up before" if step["value"] == "time is up" else "it does not wait until"
            return Why(
                None,
                f"this would be right if {story.quoted(step)} always brought the lock, but here {until}"
                f" `{locks[lock]['name']}` is free, and {who['who']} goes on without it: {other['who']}"
                f" writes `{place_of(other)}` between {_of(read['who'])} read and its write",
                (position, *lost),
                step["where"],
            )
    return None


def _other_lock(
    story: Story, lost: Lost, held: set[str], locks: dict, span: str = "read and its write"
) -> Why | None:
    read, other, write = (story.steps[n] for n in lost)
    mine, theirs = locks[min(held)], [locks[each] for each in other["holds"]]
    if any(each["id"] in held for each in theirs):
        return None
    if not theirs:
        return Why(
            None,
            f"this would be right if everybody took `{mine['name']}` before writing `{place_of(other)}`, but"
            f" {other['who']} writes in {story.quoted(other)} without it, while {read['who']} is between its"
            f" {span}",
            lost,
            other["where"],
        )
    twin = next((each for each in theirs if _twin(each, mine)), None)
    own = twin is not None and mine["by"] != twin["by"]
    one_each = twin is not None and all(
        _takes_only(story, step["task"], each) for step, each in ((read, mine), (other, twin))
    )
    if not (own or one_each):
        if any(mine["name"] == each["name"] for each in theirs):
            return None
        names = " and ".join(f"`{each['name']}`" for each in theirs)
        return Why(
            None,
            f"this would be right if all took one lock for `{place_of(other)}`, but {read['who']} holds"
            f" `{mine['name']}` in {story.quoted(read)}, and {other['who']} holds {names} in"
            f" {story.quoted(other)}",
            lost,
            other["where"],
        )
    made = story.quoted(twin)
    each = "thread" if read["object"]["kind"] in MEMORY else "process"
    how = f"each {each} makes its own in {made}" if own else f"{made} makes one for each worker"
    return Why(
        "M46",
        f"this would be right if `{mine['name']}` were one lock for all, but {how}, and a lock locks out"
        f" only those who take the same one: {other['who']} writes `{place_of(other)}` between"
        f" {_of(read['who'])} {span}",
        lost,
        write["where"],
    )


def _own(story: Story, lost: Lost) -> list[dict]:
    task = story.steps[lost.read]["task"]
    return [s for s in story.steps[lost.read : lost.write + 1] if s["task"] == task]


def _locks(story: Story) -> dict[str, dict]:
    # What is known of each lock, with the name that the student gives it.
    return {
        step["object"]["id"]: {**step["object"], "name": step["on"]}
        for _, step in story.each("acquire", "take the lock again")
    }


def _takes_only(story: Story, task: str, lock: dict) -> bool:
    steps = [s for _, s in story.each("acquire", task=task)]
    return {s["object"]["id"] for s in steps if _twin({**s["object"], "name": s["on"]}, lock)} == {lock["id"]}


def _twin(one: dict, other: dict) -> bool:
    # Made by the same call: one name, or one list, on one line.
    if one["where"] is None or (one["where"], one["kind"]) != (other["where"], other["kind"]):
        return False
    return one["name"].partition("[")[0] == other["name"].partition("[")[0]


def _linked(story: Story, read: dict, write: dict) -> tuple[str, str] | None:
    # The two places, in the function that does both, if the write depends on the read.
    for mine, later in zip(read["stack"], write["stack"], strict=False):
        if mine[0] != later[0]:
            return _handed_on(story, read, write)
        first, second = story.text.statement(mine[1]), story.text.statement(later[1])
        last = mine is read["stack"][-1] or later is write["stack"][-1]
        if first is None or second is None:
            return None
        if mine[1] != later[1] or last:
            return (mine[1], later[1]) if depends(story.text, first, second) else None
    return None


def _handed_on(story: Story, read: dict, write: dict) -> tuple[str, str] | None:
    # One line calls two functions, and hands what the first has read to the second, which writes.
    for (_, where), (_, same), (reader, _), (writer, _) in zip(
        read["stack"], write["stack"], read["stack"][1:], write["stack"][1:], strict=False
    ):
        statement = story.text.statement(where)
        if where != same or statement is None:
            return None
        if reader != writer:
            calls = story.text.calls(writer, within=statement)
            inner = [story.text.calls(reader, within=each) for call in calls for each in call.args]
            return (where, where) if any(inner) else None
    return None


def _sets(write: dict) -> bool:
    return write["operation"].split()[0] in ("setitem", "write", "update")


def _of(who: str) -> str:
    return f"{who}'s"
