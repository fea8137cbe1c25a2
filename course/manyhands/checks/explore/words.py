"""What a step, or a wait at the end, is called in a few words with the student's names."""

_MOST_VALUE = 30
"""Characters of a value; a number is never shortened."""

_VERBS = {
    "join the feeder": "wait for feeder of",
    "join at exit": "join",
    "terminate at exit": "terminate",
    "getitem": "read",
    "setitem": "write",
}
_TELLING = ("Condition", "Event", "Barrier")
_LOCKS = ("Lock", "RLock", "Semaphore", "BoundedSemaphore")

# The method in which somebody waits, where the operation has another name.
_CALLS = {
    "wake up": "wait",
    "take the lock again": "wait",
    "put the rest": "put",
    "send the rest": "send",
    "join at exit": "join",
    "arrive": "wait",
    "shutdown, waits": "shutdown",
    **{f"{call}, answers": call for call in ("notify", "set", "wait", "open", "abort", "reset")},
}


def words(step):
    """What a step does, in a few words with the student's names."""
    operation, value, name = step["operation"], _short(step["value"]), _name(step)
    if "feeder" in step["who"] and operation in ("feed", "feed the rest"):
        return (
            f"feeder: {value} → {step['on']}" if operation == "feed" else f"feeder: the rest → {step['on']}"
        )
    if value is not None and value.startswith("raises "):
        return f"{_attempt(step)}: {value.removeprefix('raises ')}"
    if value == "time is up":
        return f"{_attempt(step)}: time is up"
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
    if operation.startswith("await"):
        return f"goes on after {value}" if value else "goes on"
    if _asks(operation):
        return f"{name}.{operation}{'()' if operation != 'exitcode' else ''} → {value}"
    text = f"{plain(operation)} {name}".rstrip()
    return text if value in (None, "True") else f"{text} → {value}"


def _attempt(step):
    # What was tried, of a step that failed.
    operation, name = step["operation"], _name(step)
    if operation in ("recv", "recv_bytes", "recv_bytes_into"):
        return f"receive from {name}"
    if operation in ("send", "send_bytes", "send the rest"):
        return f"send to {name}"
    if operation == "put":
        return f"put into {name}"
    if operation == "get" and step["part"] in (None, "turn"):
        return f"get from {name}"
    if operation == "acquire":
        return f"take {name}"
    if operation == "return":
        return name
    return f"{plain(operation)} {name}".rstrip()


def _short(value):
    if value is None or len(value) <= _MOST_VALUE or value.startswith("raises ") or ": " in value:
        return value
    if value.lstrip("-").replace(".", "").isdigit():
        return value
    end = "" if value.endswith("...") else value[-4:]
    return value[: _MOST_VALUE - 1 - len(end)] + "…" + end


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
    if part is None or part == "turn" or (part == ":" and object["kind"] == "container"):
        return name
    if object and object["kind"] == "manager's Namespace":
        return f"{name}.{part}"
    return f"{name}[{part}]"


_TOLD = {
    "call": lambda step, value, kind: f"call {step['on']}({value})",
    "return": lambda step, value, kind: f"{step['on']} returns {value}",
    "start": lambda step, value, kind: f"start {value}",
    "exit": lambda step, value, kind: _end(step["value"]),
    "take the lock again": lambda step, value, kind: f"take {step['on']} again",
    "sleep": lambda step, value, kind: f"sleep {value} s",
    "put": lambda step, value, kind: f"put {value} → {step['on']}",
    "get": lambda step, value, kind: (
        f"wait for a turn at {step['on']}" if step["part"] == "turn"
        else f"get {value} ← {step['on']}" if step["part"] is None else None
    ),
    "take a task": lambda step, value, kind: f"take {value}",
    "hand back": lambda step, value, kind: f"hand back {value}",
    "send": lambda step, value, kind: f"send {value} → {step['on']}",
    "send_bytes": lambda step, value, kind: f"send {value} → {step['on']}",
    "send the rest": lambda step, value, kind: f"send the rest → {step['on']}",
    "recv": lambda step, value, kind: f"receive {value} ← {step['on']}",
    "recv_bytes": lambda step, value, kind: f"receive {value} ← {step['on']}",
    "recv_bytes_into": lambda step, value, kind: f"receive {value} ← {step['on']}",
    "close, forgotten": lambda step, value, kind: f"forget {step['on']}, which closes it",
    "contains": lambda step, value, kind: (
        f"{step['part']} in {step['on']} → {value}" if step["part"] else None
    ),
    "len": lambda step, value, kind: f"len({step['on']}) → {value}",
    "notify": lambda step, value, kind: f"notify: calls {_callees(value)}",
    "wait": lambda step, value, kind: (
        f"sleep on {step['on']}" if kind == "Condition"
        else f"{step['on']} is set" if kind == "Event" and value == "True"
        else f"wait for {step['on']}" if kind == "Event" else None
    ),
    "arrive": lambda step, value, kind: f"come to {step['on']}",
    "begin": lambda step, value, kind: "begin",
    "begin to end": lambda step, value, kind: "about to end",
    "take from the buffer": lambda step, value, kind: f"feeder: takes {value}",
    "cannot pickle, loses": lambda step, value, kind: f"feeder: loses it for {step['on']}",
    "look at the clock": lambda step, value, kind: "look at the clock",
    "cancel": lambda step, value, kind: f"cancel {value}",
    "submit": lambda step, value, kind: f"hand {value} to a thread",
}  # fmt: skip


def _end(value):
    if value is None:
        return "end"
    code, found, error = value.partition(": ")
    if found:
        return f"end: {error.split(' at ')[0]}"
    return "end" if code == "0" else f"end, exit code {code}"


def _callees(value):
    return "nobody" if value == "0" else value


def waits_for(wait):
    """What somebody waits for at the end, in a few words."""
    operation, on, kind = wait["operation"].removeprefix("await "), wait["on"] or "", _kind(wait)
    if operation == "join the feeder":
        return "waits for its feeder"
    if operation in ("feed", "feed the rest"):
        return f"feeder: waits, {on} is full"
    if operation in ("join", "join at exit", "acquire", "take the lock again"):
        return f"waits for {on}"
    if operation in ("recv", "recv_bytes", "recv_bytes_into", "poll"):
        return f"waits in {operation} of {on}"
    if operation in ("send", "send the rest", "send_bytes"):
        return f"waits in send to {on}: full"
    if operation == "take a task":
        return f"waits for a task of {on}"
    if operation == "wake up":
        return f"sleeps on {on}"
    if operation == "return":
        return f"in {on}, until others call it, too"
    if operation.endswith(", answers"):
        return f"waits for answers at {on}"
    if operation == "put the rest":
        return f"waits in put: {on} is full"
    if operation in ("get", "put"):
        return f"waits in {operation} of {on}"
    if operation in ("read", "write") and kind in _LOCKS:
        return f"waits to {operation} {on}"
    if operation in ("wait", "arrive"):
        return f"waits at {on}"
    return f"waits in {operation} of {on}" if on else f"waits in {operation}"


def told_at_the_end(wait):
    """What somebody waits for at the end, as a clause: who, in which call, who has it, and where."""
    operation, on = wait["operation"].removeprefix("await "), wait["on"]
    where = f" ({wait['where']})" if wait["where"] else ""
    if operation in ("feed", "feed the rest"):
        return f"{wait['who']} waits, since the pipe of {on} is full{where}"
    if operation == "join the feeder":
        return f"{wait['who']} cannot end before what it has put into {on} is read{where}"
    if operation == "return":
        return f"{wait['who']} is in {on} until others call it, too{where}"
    if operation == "take a task":
        return f"{wait['who']} waits for a task of {on}"
    owner = _held(wait)
    if operation in ("read", "write") and _kind(wait) in _LOCKS:
        return f"{wait['who']} waits to {operation} {on}" + (f", whose lock {owner}" if owner else "") + where
    text = f"{wait['who']} waits in {_CALLS.get(operation, operation)}"
    text += f" of {on}" if on else ""
    return text + (f", which {owner}" if owner else "") + where


def _held(wait):
    names = [name for name in wait["holders"] if name]
    if not names:
        return ""
    if _kind(wait) in _TELLING and (wait["holder_ended"] or len(names) > 1):
        return f"waits for the answer of {' and '.join(names)}, killed in the wait there"
    if len(names) == 1:
        return f"{names[0]} {'held when it ended' if wait['holder_ended'] else 'holds'}"
    return f"{', '.join(names[:-1])} and {names[-1]} hold"


def _kind(wait):
    return wait["object"]["kind"] if wait["object"] else None
