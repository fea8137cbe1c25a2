"""Queues: what is still under way, who takes the sentinel, who looks before doing."""

import ast
import re

from manyhands.checks.explain.races.story import Story, Why
from manyhands.checks.explain.races.text import called
from manyhands.checks.explore.drawing import in_order, lane_of

OF_THREADS = ("threads' Queue", "threads' SimpleQueue")
KINDS = ("Queue", "JoinableQueue", "SimpleQueue", "manager's Queue", *OF_THREADS)
FALSY = ("0", "0.0", "''", "b''", "False", "[]", "()", "{}", "set()", "Decimal('0')", "Fraction(0, 1)", "0j")


def hangs(story: Story) -> Why | None:
    """M19, M22, M24, M26, M27, M28, M30, M31, M34, M36, M37, M92, for schedules that hang."""
    if story.kind != "deadlock":
        return None
    tellers = (_lost_in_pickling, _join_before_drain, _full, _killed_reader, _object_sentinel, _one_sentinel,
               _not_done, _cancelled, _looked_before, _falsy, _too_early)  # fmt: skip
    return next((found for teller in tellers if (found := teller(story)) is not None), None)


def results(story: Story) -> Why | None:
    """M24, M27, M30, M31, M32, M33, M92, for schedules that end with a wrong result."""
    if story.kind not in ("result", "exception"):
        return None
    tellers = (_lost_in_pickling, _changed_after_put, _falsy, _too_early, _overtaken_put,
               _order)  # fmt: skip
    return next((found for teller in tellers if (found := teller(story)) is not None), None)


# What was put and taken


def _queue_waits(story: Story, *operations: str) -> list[dict]:
    found = [wait for wait in story.waits if wait["operation"] in operations and wait["where"]]
    return [wait for wait in found if wait["object"] and wait["object"]["kind"] in KINDS]


def _puts(story: Story, queue: str) -> list[tuple[int, dict]]:
    return [(n, s) for n, s in story.each("put", on=queue) if not _failed(s)]


def _gets(story: Story, queue: str) -> list[tuple[int, dict]]:
    return [(n, s) for n, s in story.each("get", on=queue) if s["part"] is None and not _failed(s)]


def _failed(step: dict) -> bool:
    return step["value"] is not None and (
        step["value"] == "time is up" or step["value"].startswith("raises ")
    )


def _items(number: int) -> str:
    return f"{number} item" if number == 1 else f"{number} items"


# Hangs


def _join_before_drain(story: Story) -> Why | None:
    full = {
        w["object"]["id"]: w
        for w in story.waits
        if w["operation"] in ("feed", "feed the rest") and w["object"]["kind"] in KINDS
    }
    for wait in full.values():
        owner = lane_of(wait["task"])
        joins = [
            w for w in story.waits if w["operation"] == "join" and w["on"] == story.who(owner) and w["where"]
        ]
        if not joins:
            continue
        join = joins[0]
        function = story.text.function(story.text.statement(join["where"]))
        later = [
            call
            for call in story.text.calls("get", "get_nowait", within=function)
            if call.lineno > int(join["where"].rpartition(":")[2])
        ]
        sentence = (
            f"this would be right if `{wait['on']}` held everything at once, but its pipe is full:"
            f" {story.who(owner)} cannot end before somebody reads, and {join['who']} waits for its end in"
            f" {story.quoted(join)}"
        )
        if later:
            sentence += f" before it reads in {story.text.quoted(story.text.place(later[0]))}"
            return Why("M22", sentence, where=join["where"])
        return Why(None, f"{sentence} and does not read", where=join["where"])
    return None


def _full(story: Story) -> Why | None:
    for wait in _queue_waits(story, "put", "put the rest"):
        if wait["object"]["kind"] == "SimpleQueue":
            return Why(
                "M37",
                "this would be right if a SimpleQueue held everything at once, but its pipe is full, so"
                f" {wait['who']} waits in {story.quoted(wait)} until somebody reads, and nobody comes to"
                " read",
                where=wait["where"],
            )
    return None


def _killed_reader(story: Story) -> Why | None:
    for wait in _queue_waits(story, "get"):
        if not wait["holder_ended"]:
            continue
        for position, step in story.each("terminate", "kill"):
            if step["on"] == wait["holder"] and step["where"]:
                return Why(
                    "M19",
                    f"this would be right if a process could be killed at any moment, but {step['who']}"
                    f" kills {wait['holder']} in {story.quoted(step)} while it reads from `{wait['on']}`,"
                    f" and the right to read is lost with it: {wait['who']} waits for that in"
                    f" {story.quoted(wait)}",
                    (position,),
                    step["where"],
                )
    return None


def _object_sentinel(story: Story) -> Why | None:
    objects = {
        target.id
        for node in story.text.nodes(ast.Assign)
        if isinstance(node.value, ast.Call) and called(node.value) == "object"
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    compared = [
        node
        for node in story.text.nodes(ast.Compare)
        if isinstance(node.ops[0], (ast.Is, ast.IsNot))
        and isinstance(node.comparators[0], ast.Name)
        and node.comparators[0].id in objects
    ]
    if not compared:
        return None
    for wait in _queue_waits(story, "get"):
        if wait["object"]["kind"] in OF_THREADS:  # through which the object itself arrives
            continue
        mine = [(n, s) for n, s in _gets(story, wait["object"]["id"]) if s["task"] == wait["task"]]
        if mine and (mine[-1][1]["value"] or "").startswith("<object object at"):
            name = compared[0].comparators[0].id
            return Why(
                "M28",
                f"this would be right if `{name}` arrived as the same object, but a copy arrives, which is"
                f" another object, so {story.text.quoted(story.text.place(compared[0]))} does not know it,"
                f" and {wait['who']} waits for more",
                (mine[-1][0],),
                story.text.place(compared[0]),
            )
    return None


def _one_sentinel(story: Story) -> Why | None:
    waiting = _queue_waits(story, "get")
    for wait in waiting:
        queue = wait["object"]["id"]
        puts, gets = _puts(story, queue), _gets(story, queue)
        if not gets or len(puts) != len(gets) or any(w["operation"] == "feed" for w in story.waits):
            continue
        same = [w for w in waiting if w["object"]["id"] == queue and w["where"] == wait["where"]]
        others = {s["task"] for _, s in gets if s["where"] == wait["where"]} - {w["task"] for w in same}
        lasts = {}
        for position, step in gets:
            if step["task"] in others:
                lasts[step["task"]] = position, step
        ended = {task: last for task, last in lasts.items() if _over(story, task)}
        values = {step["value"] for _, step in ended.values()}
        if len(values) != 1 or not ended:
            continue
        (value,) = values
        sentinels = [(n, s) for n, s in puts if s["value"] == value]
        if len(sentinels) != len(ended) or not _is_sentinel(story, value, wait):
            continue
        takers = " and ".join(sorted(story.who(task) for task in ended))
        last = max(position for position, _ in ended.values())
        return Why(
            "M26",
            f"this would be right if {value} stayed in `{wait['on']}`, but {story.quoted(sentinels[-1][1])}"
            f" puts it there {_times(len(sentinels))}, {takers} {'takes' if len(ended) == 1 else 'take'} it,"
            f" and {wait['who']} waits for another in {story.quoted(wait)}",
            (sentinels[-1][0], last),
            sentinels[-1][1]["where"],
        )
    return None


def _over(story: Story, task: str) -> bool:
    return story.ended(task) is not None


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _called(number: int) -> str:
    return f"called {_times(number)}" if number else "never called"


def _is_sentinel(story: Story, value: str, wait: dict) -> bool:
    # The reader's function compares with it, or takes what is false for the end.
    function = story.text.function(story.text.statement(wait["where"]))
    if function is None:
        return False
    for node in ast.walk(function):
        if isinstance(node, ast.Compare):
            for side in (node.left, *node.comparators):
                # A member of an enumeration is told as `<Signal.STOP: 1>`.
                if ast.unparse(side) == value or value.startswith(f"<{ast.unparse(side)}:"):
                    return True
                if isinstance(side, ast.Name) and side.id.isupper():
                    return True
    return value in (*FALSY, "None")


def _not_done(story: Story) -> Why | None:
    for wait in _queue_waits(story, "join"):
        queue = wait["object"]["id"]
        puts, gets = _puts(story, queue), _gets(story, queue)
        done = list(story.each("task_done", on=queue))
        if len(gets) == len(puts) > len(done):
            return Why(
                "M34",
                f"this would be right if get counted an item as done, but {_items(len(puts))} went through"
                f" `{wait['on']}` and task_done was {_called(len(done))}: {wait['who']} waits for the rest"
                f" in {story.quoted(wait)}",
                where=wait["where"],
            )
    return None


def _cancelled(story: Story) -> Why | None:
    calls = story.text.calls("cancel_join_thread")
    for wait in _queue_waits(story, "get"):
        puts, gets = _puts(story, wait["object"]["id"]), _gets(story, wait["object"]["id"])
        writers = {s["task"] for _, s in puts}
        if calls and len(gets) < len(puts) and writers and all(_over(story, task) for task in writers):
            lost = len(puts) - len(gets)
            place = story.text.place(calls[0])
            return Why(
                "M36",
                "this would be right if everything had been sent when the process ends, but"
                f" {story.text.quoted(place)} lets it end with items still in its buffer: {_items(lost)} of"
                f" `{wait['on']}` {'is' if lost == 1 else 'are'} lost, and {wait['who']} waits in"
                f" {story.quoted(wait)}",
                where=place,
            )
    return None


def _looked_before(story: Story) -> Why | None:
    for wait in _queue_waits(story, "put", "get"):
        asked = "full" if wait["operation"] == "put" else "empty"
        looks = [(n, s) for n, s in story.each(asked, on=wait["object"]["id"]) if s["task"] == wait["task"]]
        if not looks or looks[-1][1]["value"] != "False" or not _decides(story, looks[-1][1], asked):
            continue
        position, look = looks[-1]
        done = _puts(story, wait["object"]["id"]) if asked == "full" else _gets(story, wait["object"]["id"])
        others = [(n, s) for n, s in done if n > position and s["task"] != wait["task"]]
        if others and not any(n > position and s["task"] == wait["task"] for n, s in done):
            fills = "fills it" if asked == "full" else "takes the last item"
            return Why(
                "M92" if asked == "full" else None,
                f"this would be right if nobody came between {story.quoted(look)} and {story.quoted(wait)},"
                f" but {others[0][1]['who']} {fills} in between",
                (position, others[0][0]),
                wait["where"],
            )
    return None


def _decides(story: Story, step: dict, asked: str) -> bool:
    statement = story.text.statement(step["where"]) if step["where"] else None
    return isinstance(statement, (ast.If, ast.While)) and bool(story.text.calls(asked, within=statement.test))


# Wrong results


def _lost_in_pickling(story: Story) -> Why | None:
    for position, step in story.each("cannot pickle, loses"):
        puts = [(n, s) for n, s in story.each("put", on=step["object"]["id"]) if n < position]
        mine = [(n, s) for n, s in puts if lane_of(s["task"]) == lane_of(step["task"])]
        if mine:
            put = _unpicklable(mine)
            return Why(
                "M31",
                f"this would be right if put raised for what cannot be pickled, but {story.quoted(put[1])}"
                f" returns, the feeder thread fails later, and the item never comes to `{step['on']}`",
                (put[0], position),
                put[1]["where"],
            )
    return None


def _unpicklable(puts: list[tuple[int, dict]]) -> tuple[int, dict]:
    odd = [each for each in puts if re.match(r"<(function|.*object at)", each[1]["value"] or "")]
    return (odd or puts)[0]


def _changed_after_put(story: Story) -> Why | None:
    for queue in {s["object"]["id"] for _, s in story.each("put") if s["object"]["kind"] in KINDS}:
        for task in {s["task"] for _, s in _puts(story, queue)}:
            put = [(n, s) for n, s in _puts(story, queue) if s["task"] == task]
            fed = [(n, s) for n, s in story.each("feed", on=queue, task=task)]
            for (at, one), (later, other) in zip(put, fed, strict=False):
                if one["value"] != other["value"] and " at 0x" not in (one["value"] or ""):
                    return Why(
                        "M32",
                        f"this would be right if put took a snapshot, but {story.quoted(one)} puts"
                        f" {one['value']}, the feeder thread pickles it later, and by then it is"
                        f" {other['value']}",
                        (at, later),
                        one["where"],
                    )
    return None


def _falsy(story: Story) -> Why | None:
    lasts = {}
    for position, step in story.each("get"):
        if step["object"]["kind"] in KINDS and step["part"] is None and step["where"]:
            lasts[step["task"], step["object"]["id"]] = position, step
    for (_, queue), (position, step) in lasts.items():
        if step["value"] not in FALSY or len(_puts(story, queue)) <= len(_gets(story, queue)):
            continue
        if _ends_when_false(story, step):
            return Why(
                "M27",
                f"this would be right if only the sentinel were false, but {step['value']} is false too:"
                f" {step['who']} gets it in {story.quoted(step)}, takes it for the end, and leaves the rest"
                f" in `{step['on']}`",
                (position,),
                step["where"],
            )
    return None


def _ends_when_false(story: Story, step: dict) -> bool:
    statement = story.text.statement(step["where"])
    if isinstance(statement, ast.While):
        test = statement.test
        return isinstance(test, (ast.NamedExpr, ast.Call)) and bool(story.text.calls("get", within=test))
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
        return False
    test = story.text.after(statement)
    return (
        isinstance(test, ast.If)
        and isinstance(test.test, ast.UnaryOp)
        and isinstance(test.test.op, ast.Not)
        and ast.unparse(test.test.operand) == statement.targets[0].id
        and isinstance(test.body[-1], (ast.Break, ast.Return))
    )


def _too_early(story: Story) -> Why | None:
    # Who is told that nothing is there, and more comes.
    for position, step in enumerate(story.steps):
        if step["object"] is None or step["where"] is None:
            continue
        kind, queue = step["object"]["kind"], step["object"]["id"]
        looks = kind in KINDS and step["operation"] == "empty" and step["value"] == "True"
        fails = kind in KINDS and step["operation"] == "get" and _failed(step)
        polls = kind == "Pipe" and _finds_nothing(step)
        if not (looks or fails or polls) or _takes_later(story, position, step):
            continue
        if polls:
            later = [(n, s) for n, s in story.each("send", "send_bytes", on=queue) if n > position]
            puts = gets = []
        else:
            puts, gets = _puts(story, queue), [g for g in _gets(story, queue) if g[0] < position]
            later = [(n, s) for n, s in puts if n > position and s["task"] != step["task"]]
        waiting = len([n for n, _ in puts if n < position]) - len(gets)
        if later or waiting > 0:
            found = _told_too_early(story, position, step, later, looks)
            if found is not None:
                return found
    return None


def _takes_later(story: Story, position: int, step: dict) -> bool:
    # Who looks again does not take it for the end.
    again = ("get", "recv", "poll", "empty")
    return any(
        n > position and not _finds_nothing(s) and not _failed(s) and s["part"] is None
        for n, s in story.each(*again, on=step["object"]["id"])
        if s["task"] == step["task"] and not (s["operation"] == "empty" and s["value"] == "True")
    )


def _finds_nothing(step: dict) -> bool:
    return step["operation"] == "poll" and step["value"] in ("time is up", "False")


def _told_too_early(story: Story, position: int, step: dict, later: list, looks: bool) -> Why | None:
    statement = story.text.statement(step["where"])
    if statement is None:
        return None
    steps = (position, *(n for n, _ in later[:1]))
    if later:
        comes = f"{later[0][1]['who']} puts an item into `{step['on']}` later"
        if step["operation"] == "poll":
            comes = f"{later[0][1]['who']} sends later"
    else:
        comes = "what was put is still on its way through a feeder thread"
    loop = isinstance(statement, ast.While) or story.text.around(statement, (ast.While, ast.For)) is not None
    if looks:
        if not isinstance(statement, (ast.While, ast.If)) and not loop:
            return None
        return Why(
            "M24",
            f"this would be right if empty() meant that nothing more comes, but in {story.quoted(step)}"
            f" {step['who']} finds `{step['on']}` empty, and {comes}",
            steps,
            step["where"],
        )
    if step["operation"] != "poll" and _at_once(story, statement):
        sentence = f"but in {story.quoted(step)} {step['who']} finds nothing, and {comes}"
        believed = "Empty meant that nothing more comes" if loop else "what was put were there at once"
        told = f"this would be right if {believed}, {sentence}"
        return Why("M24" if loop else None, told, steps, step["where"])
    if not later and step["operation"] == "poll":
        return None
    what = "poll" if step["operation"] == "poll" else "get"
    if not any(_has_timeout(call) for call in story.text.calls(what, within=statement)):
        return None
    return Why(
        "M30",
        f"this would be right if a time-out meant that nothing more comes, but in {story.quoted(step)}"
        f" nothing came in time, and {comes}",
        steps,
        step["where"],
    )


def _at_once(story: Story, statement: ast.stmt) -> bool:
    if story.text.calls("get_nowait", within=statement):
        return True
    for call in story.text.calls("get", within=statement):
        values = [*call.args[:1], *(keyword.value for keyword in call.keywords if keyword.arg == "block")]
        if any(isinstance(value, ast.Constant) and value.value is False for value in values):
            return True
    return False


def _has_timeout(call: ast.Call) -> bool:
    if called(call) == "poll":
        return bool(call.args or call.keywords)
    return len(call.args) > 1 or any(keyword.arg == "timeout" for keyword in call.keywords)


def _overtaken_put(story: Story) -> Why | None:
    for position, step in story.each("put"):
        if not _failed(step) or step["where"] is None:
            continue
        looks = [
            (n, s)
            for n, s in story.each("full", on=step["object"]["id"])
            if n < position and s["task"] == step["task"]
        ]
        if not looks or looks[-1][1]["value"] != "False" or not _decides(story, looks[-1][1], "full"):
            continue
        others = [
            (n, s)
            for n, s in _puts(story, step["object"]["id"])
            if looks[-1][0] < n < position and s["task"] != step["task"]
        ]
        if others:
            return Why(
                "M92",
                f"this would be right if nobody came between {story.quoted(looks[-1][1])} and"
                f" {story.quoted(step)}, but {others[0][1]['who']} fills it in between",
                (looks[-1][0], others[0][0], position),
                step["where"],
            )
    return None


def _order(story: Story) -> Why | None:
    # The result is what came from a queue of several producers, in the order of its coming.
    if story.kind != "result" or not isinstance(story.value, (list, tuple)) or len(story.value) < 2:
        return None
    came = [repr(each) for each in story.value]
    for queue in {s["object"]["id"] for _, s in story.each("get") if s["object"]["kind"] in KINDS}:
        puts, gets = _puts(story, queue), _gets(story, queue)
        values = [s["value"] for _, s in gets if s["value"] in came]
        if values != came or len(set(came)) != len(came) or len(puts) != len(gets):
            continue
        producer = {s["value"]: s["task"] for _, s in puts}
        order = [_number(producer[value]) for value in values if value in producer]
        begun = {s["value"]: _begun(story, queue, n, s["task"]) for n, s in puts}
        kept = order == sorted(order) and values == sorted(values, key=lambda value: begun.get(value, -1))
        if len(order) == len(came) and len(set(order)) > 1 and not kept:
            first = gets[0][1]
            return Why(
                "M33",
                f"this would be right if items of different producers kept an order, but {first['who']}"
                f" takes them from `{first['on']}` in {story.quoted(first)} as they come, and here"
                f" {story.who(producer[values[0]])} is first",
                (gets[0][0],),
                first["where"],
            )
    return None


def _begun(story: Story, queue: str, position: int, task: str) -> int:
    """Where a producer took what it made of it what it puts at a position; -1 if it took nothing."""
    taken = [
        n
        for n, s in story.each("get")
        if n < position and s["task"] == task and s["object"]["id"] != queue and not _failed(s)
    ]
    return max(taken, default=-1)


def _number(task: str) -> tuple:
    return in_order(lane_of(task))
