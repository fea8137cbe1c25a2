"""What a step, or a wait at the end, is called in a few words with the student's names."""

_MOST_VALUE = 18

_VERBS = {
    "join the feeder": "wait for feeder of",
    "join at exit": "join",
    "terminate at exit": "terminate",
}
_LOCKS = ("Lock", "RLock", "Semaphore", "BoundedSemaphore")


def words(step):
    """What a step does, in a few words with the student's names."""
    operation, value, name = step["operation"], _short(step["value"]), _name(step)
    if "feeder" in step["who"] and operation in ("feed", "feed the rest"):
        return (
            f"feeder: {value} → {step['on']}" if operation == "feed" else f"feeder: the rest → {step['on']}"
        )
    if value is not None and value.startswith("raises "):
        return f"{plain(operation)} {step['on'] or ''}".rstrip() + f": {value.removeprefix('raises ')}"
    if value == "time is up" and operation != "sleep":
        return f"{plain(operation)} {step['on'] or ''}: time is up"
    told = _TOLD.get(operation)
    kind = step["object"]["kind"] if step["object"] else None
    if operation == "acquire" and kind in _LOCKS:
        return f"take {name}" if value != "False" else f"do not get {name}"
    if told is not None and (told_now := told(step, value, kind)) is not None:
        return told_now
    if operation.split()[0] in ("write", "setitem"):
        return f"write {name} ← {value}"
    if operation.split()[0] in ("read", "getitem") or (operation == "get" and step["part"]):
        return f"read {name} → {value}"
    text = f"{plain(operation)} {name}".rstrip()
    return text if value in (None, "True") and not _asks(operation) else f"{text} → {value}"


def _short(value):
    if value is None or len(value) <= _MOST_VALUE or value.startswith("raises ") or ": " in value:
        return value
    return value[: _MOST_VALUE - 5] + "…" + value[-4:]


def plain(operation):
    """What an operation is called."""
    return _VERBS.get(operation, operation)


def _asks(operation):
    return operation in {
        *("is_set", "is_alive", "empty", "full", "qsize", "exitcode", "locked", "get_value", "poll"),
        *("contains", "len"),
    }


def _name(step):
    name, part, object = step["on"] or "", step["part"], step["object"]
    if part is None or part == "turn":
        return name
    if object and object["kind"] == "manager's Namespace":
        return f"{name}.{part}"
    return f"{name}[{part}]"


_TOLD = {
    "start": lambda step, value, kind: f"start {value}",
    "exit": lambda step, value, kind: _end(step["value"]),
    "take the lock again": lambda step, value, kind: f"take {step['on']} again",
    "sleep": lambda step, value, kind: f"sleep {value} s",
    "put": lambda step, value, kind: f"put {value} → {step['on']}",
    "get": lambda step, value, kind: (
        f"wait for a turn at {step['on']}" if step["part"] == "turn"
        else f"get {value} ← {step['on']}" if step["part"] is None else None
    ),
    "send": lambda step, value, kind: f"send {value}",
    "send_bytes": lambda step, value, kind: f"send {value}",
    "send the rest": lambda step, value, kind: "send the rest",
    "recv": lambda step, value, kind: f"receive {value}",
    "recv_bytes": lambda step, value, kind: f"receive {value}",
    "close": lambda step, value, kind: "close an end" if kind == "Pipe" else None,
    "close, forgotten": lambda step, value, kind: "close an end, forgotten",
    "poll": lambda step, value, kind: f"poll → {value}",
    "notify": lambda step, value, kind: f"notify: calls {_callees(value)}",
    "wait": lambda step, value, kind: (
        f"sleep on {step['on']}" if kind == "Condition"
        else f"{step['on']} is set" if kind == "Event" and value == "True"
        else f"wait for {step['on']}" if kind == "Event" else None
    ),
    "arrive": lambda step, value, kind: f"come to {step['on']}",
    "begin to end": lambda step, value, kind: "about to end",
    "take from the buffer": lambda step, value, kind: f"feeder: takes {value}",
    "cannot pickle, loses": lambda step, value, kind: f"feeder: loses it for {step['on']}",
    "look at the clock": lambda step, value, kind: "look at the clock",
}  # fmt: skip


def _end(value):
    code, found, error = value.partition(": ")
    if found:
        return f"end: {error.split(' at ')[0]}"
    return "end" if code == "0" else f"end, exit code {code}"


def _callees(value):
    return "nobody" if value == "0" else value


def waits_for(wait):
    """What somebody waits for at the end, in a few words."""
    operation, on = wait["operation"], wait["on"] or ""
    if operation == "join the feeder":
        return "waits for its feeder"
    if operation in ("feed", "feed the rest"):
        return f"feeder: waits, {on} is full"
    if operation in ("join", "join at exit", "acquire", "take the lock again"):
        return f"waits for {on}"
    if operation in ("recv", "recv_bytes", "poll"):
        return f"waits in {operation}"
    if operation in ("send", "send the rest", "send_bytes"):
        return "waits in send: full"
    if operation == "wake up":
        return f"sleeps on {on}"
    if operation == "put the rest":
        return f"waits in put: {on} is full"
    if operation in ("get", "put"):
        return f"waits in {operation} of {on}"
    return f"waits for {on}: {operation}"
