"""What a run leaves to be seen, as the facts of ``seen.Seen``: calls, and what stands in shared memory."""

from manyhands.checks.data import described, encode

_MANAGERS = [f"manager's {kind}" for kind in ("list", "dict", "Value", "Array", "Namespace")]
STORES = frozenset(["Value", "Array", "Structure", "SharedMemory", *_MANAGERS])
"""The kinds of objects that hold values for several processes."""

MEMORY = frozenset(["variable", "attribute", "container"])
"""The kinds of places that the threads of a process have in common (see ``places``)."""


def facts(world):
    """The facts of a run that has ended, as JSON can hold them."""
    main = world.main_process.ident
    calls = {}
    for process, place, item in world.calls:
        calls.setdefault(process, []).append([place, encode(item, described)])
    parent = calls.pop(main, [])
    return {
        "returned": world.ending is not None and world.ending[0] == "result",
        "workers": sorted(calls.values(), key=repr),
        "parent": parent,
        "most": [function.most for function in world.handed],
        "ended": [_ended(function) for function in world.handed],
        "unmet": world.unmet,
        "holding": [function.holding for function in world.handed],
        "divided": [_divided(function, world.written) for function in world.handed],
        "started": len(world.main_process.children),
        "pools": [crew.size for crew in world.main_process.pools if not crew.of_threads],
        "daemons": sum(child.daemon for child in world.main_process.children),
        "alive": world.alive,
        "left": world.left,
        "unended": world.unended,
        "crashed": sum(child.exitcode == 1 for child in world.main_process.children),
        "killed": sum((child.exitcode or 0) < 0 for child in world.main_process.children),
        "beside": False,
        "stores": [_store(each, world) for each in world.stores],
        "kinds": sorted(world.kinds),
        "polls": world.polled,
        "asleep": world.asleep,
        "blocks": [[name.left, name.unlinked] for name in world.names.values() if name.made],
    }


def _ended(function):
    return [encode(item, described) for item in function.ended] if function.table.finish else None


def _divided(function, written):
    # What only one worker writes, such as a note of its own, is nothing that others must wait for.
    return any(len(written[shared]) > 1 for shared in function.between)


def _store(shared, world):
    values, places = shared.content()
    counts = [len(world.written.get(place, ())) for place in places]
    read = [place in world.read for place in places]
    peeked = [[place in function.peeked for place in places] for function in world.handed]
    return [shared.kind, encode(values, described), counts, read, peeked]


def unmet(world):
    """Whether somebody waits in vain for others to call what it has called itself."""
    return any(task.op.name == "return" for task in world.tasks)


def asleep(world):
    """Whether there are workers that go on no more, and each of them sleeps in a Condition."""
    ops = [task.op for task in world.tasks if task.process is not world.main_process]
    return bool(ops) and all(op.name == "wake up" and op.shared.kind == "Condition" for op in ops)
