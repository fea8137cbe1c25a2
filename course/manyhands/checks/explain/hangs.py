"""Why a run hung: from who waits for what, and who has ended, to the misconception behind it.

Each rule wants a proof from what was seen: from what the system showed of processes that were all at rest
(which channels each has open, which locks each holds), from their stacks, and from the answer's text. Where
a rule's proof is not whole it says nothing.
"""

import re
import signal
from pathlib import Path

from manyhands.checks.explain.deaths import Death, deaths
from manyhands.checks.explain.errors import OF_THREADS, Reason, of_death
from manyhands.checks.explain.kinds import Wait
from manyhands.checks.explain.tracebacks import tracebacks
from manyhands.checks.explain.waits import (
    ALIKE,
    IDLE,
    JOINING,
    RECEIVING,
    TAKING,
    UNREAD,
    Scene,
    Stand,
    quoted,
)
from manyhands.checks.run.record import Record

GETTING = ("Queue.get", "JoinableQueue.get", "SimpleQueue.get")
PUTTING = ("Queue.put", "JoinableQueue.put")
SENDING = ("Connection.send", "Connection.send_bytes")
HANDING = (
    "apply", "apply_async", "map", "map_async", "starmap", "starmap_async", "imap", "imap_unordered",
    "submit", "Process", "Thread",
)  # fmt: skip

JOINED = ("Process.join", "Thread.join")


def why(record: Record, found: list[Wait]) -> Reason:
    """Why a run hung, where the evidence shows it."""
    scene, dead = Scene(record), deaths(record)
    parent = next((wait.call for wait in found if wait.who == "the parent"), "").removeprefix("waits in ")
    told = lost_task(scene, dead) or answer_missing(scene, dead) or no_challenge(scene) or own_copy(scene)
    if told := told or late_task(scene, parent):
        return told
    if id := of_tasks(scene, found) or of_processes(scene):
        return Reason(id)
    reasons = [reason for death in dead if (reason := of_death(record, death)) != Reason()]
    return reasons[0] if reasons else Reason()


# ---- pools and executors


def of_tasks(scene: Scene, found: list[Wait]) -> str | None:
    """The misconception about handing out tasks, to a pool above all, that made a run hang."""
    record = scene.record
    parent = next((wait.call for wait in found if wait.who == "the parent"), "")
    jobs = [each for each in record.signals if hasattr(each, "held")]
    if "_handle_results" in record.errors and "_callback" in record.errors:
        return "M59"
    if "_handle_results" in record.errors and "_ForkingPickler.loads" in record.errors:
        return "M64"
    if any(call.pid == record.pid and call.main_thread for job in jobs for call in job.waiting):
        return "M14" if calls_instead(scene) else None
    if any(job.waiting and not job.open for job in jobs):
        if "Pool.apply" in parent:
            return "M54"
        if "AsyncResult" in parent:
            return "M55"
        return "M16" if joins_in_its_loop(scene) else None
    return "M60" if left_before_asking(scene) else None


def collects(found: Stand) -> bool:
    """Whether a process waits for what a pool's tasks return."""
    return any(
        word in found.call for word in ("AsyncResult", "imap", "Pool.map", "Pool.starmap", "Pool.apply")
    )


def lost_task(scene: Scene, dead: list[Death]) -> Reason | None:
    """A worker of a pool has ended with its task, or each of them before it had one."""
    waiting = [found for found in scene.stands if collects(found) or found.call == "Pool.join"]
    lost = of_a_pool(scene, dead)
    if not waiting or not lost:
        return None
    if failed := [trace for trace in tracebacks(scene.record.errors) if trace.initializer]:
        own = [frame.line for frame in failed[0].frames if Path(frame.path) == scene.answer]
        return Reason(
            "M103",
            "this would be right if a pool handed on its initializer's error; each new worker is ended by "
            f"{failed[0].error}, and the pool makes the next one, for ever",
            own[-1] if own else None,
        )
    reason = of_death(scene.record, lost[0])
    if reason.misconception:
        return reason
    if any((death.code or 0) < 0 for death in lost):
        return Reason("M63")
    exits = ("exit", "quit", "SystemExit")
    left = [death for death in lost if death.trace is None and death.code is not None]
    if left and scene.source.uses(*exits) and not scene.source.uses("_exit"):
        return Reason(
            "M102",
            "this would be right if a pool caught SystemExit as it catches other exceptions; it ends the "
            "worker, and the pool waits for ever for the result of the task that this one had",
            scene.source.only_call(exits),
        )
    return Reason(None, "the pool waits for ever for the result of the task that this worker had")


def of_a_pool(scene: Scene, dead: list[Death]) -> list[Death]:
    """The workers of a pool that ended before their time, but for those that the pool itself has ended."""
    alive = any(found.process.started and found.process.started.pooled for found in scene.stands)
    lost = [death for death in dead if death.pooled and (alive or death.code != -signal.SIGTERM)]
    return sorted(lost, key=lambda death: death.trace is None)


def late_task(scene: Scene, parent: str) -> Reason | None:
    """Somebody waits for the end of a task that never ends, after a time-out had told that it is late."""
    jobs = [each for each in scene.record.signals if hasattr(each, "held")]
    if parent == "Pool.join" and any(job.held and job.open for job in jobs):
        return Reason("M62" if scene.source.times_out(["get", "wait", "next"]) else None)
    leaving = [found for found in scene.stands if "Executor" in found.call and found.frame]
    at_work = [f for f in scene.stands if f.process.started and f.process.started.pooled and f.call != IDLE]
    if leaving and at_work and scene.source.times_out(["result", "exception", "wait", "as_completed"]):
        return Reason(
            "M105",
            "this would be right if the time-out ended the task; it ends the waiting only, and leaving the "
            "executor waits until every task has ended",
        )
    return None


def stopped_by_itself(scene: Scene) -> bool:
    """Whether an executor that replaces its workers has stopped, with tasks to do and nobody who does them.

    A fault of CPython's (gh-115634): the next worker is not started if one ended when others had been idle.
    """
    asking = [found for found in scene.stands if "Future" in found.call or "Executor" in found.call]
    workers = [found for found in scene.stands if found.process.started and found.process.started.pooled]
    lost = [death for death in deaths(scene.record) if death.pooled]
    idle = all(found.call == IDLE for found in workers)
    return bool(asking) and idle and not lost and scene.source.gives("max_tasks_per_child")


def left_before_asking(scene: Scene) -> bool:
    """The parent asks for a result after it has left the block of a pool, which has ended the pool."""
    pooled = any(child.of == "multiprocessing.pool" for child in scene.record.children)
    alone = len(scene.record.where) == 1 and not scene.source.uses("terminate", "ThreadPool")
    asking = [found.frame.line for found in scene.stands if collects(found) and found.frame]
    return pooled and alone and any(scene.source.leaves(line, ["Pool"]) for line in asking)


# ---- processes that wait for an answer


def answer_missing(scene: Scene, dead: list[Death]) -> Reason | None:
    """Whoever notifies waits for the answer of each that it wakes: of one that has ended, or of itself."""
    waiting = [found for found in scene.stands if found.notifies]
    if len(waiting) != 1:
        return None
    inside = [found for found in scene.stands if found.interrupted]
    if inside == waiting:
        return Reason(
            "M108",
            f"this would be right if {waiting[0].call} came back at once; it waits until those who wait have "
            "woken, and here that is its own process, which cannot before its handler returns",
        )
    killed = [death for death in dead if death.trace is None]
    if inside or not killed:
        return None
    who = str(killed[0]) if len(killed) == 1 else "one of them has ended"
    return Reason(
        "M107",
        f"this would be right if nobody waited for those who wait; {waiting[0].call} waits for the answer "
        f"of each that it wakes, and {who} while it waited",
    )


def no_challenge(scene: Scene) -> Reason | None:
    """A client that has a key waits for a challenge, and the other side for a message."""
    asking = [
        f for f in scene.stands if any(frame.function == "answer_challenge" for frame in f.stack[: f.place])
    ]
    for found in asking if scene.known else []:
        others = [other for other in scene.writers(found) if other.process.pid != found.process.pid]
        if len(others) == 1 and others[0].call in RECEIVING and found in scene.writers(others[0]):
            one, other = quoted(found.process.name), quoted(others[0].process.name)
            return Reason(
                "M115",
                f"this would be right if a key on one side were noticed; {one} has one and waits for a "
                f"challenge, {other} has none and waits for a message",
            )
    return None


def own_copy(scene: Scene) -> Reason | None:
    """Somebody waits at a queue of threads that was given to a process: each has its own copy."""
    waiting = [found for found in scene.stands if found.call == "queue.Queue.get" and found.frame]
    given = scene.source.handed_over(OF_THREADS, ["Process"])
    for found in waiting:
        name = scene.source.object_of(found.frame.line, ["get"])
        if name in given and scene.in_one_thread(found):
            return Reason(
                "M95",
                f"this would be right if `{name}` were shared; it is a queue for the threads of one "
                "process, and each process has a copy of its own",
            )
    return None


def calls_instead(scene: Scene) -> bool:
    """Whether the parent is at work in a line that calls something for what it hands over."""
    parents = [found for found in scene.stands if found.process.pid == scene.record.pid]
    lines = [frame.line for found in parents for frame in found.own(scene.answer)]
    return any(scene.source.calls_within(line, HANDING) for line in lines)


def joins_in_its_loop(scene: Scene) -> bool:
    """Whether the parent waits for a process or a thread in the loop that starts it, before the next."""
    parents = [found for found in scene.stands if found.process.pid == scene.record.pid]
    lines = [found.frame.line for found in parents if found.call in JOINED and found.frame]
    return any(scene.source.loops_with(line, "join", "start") for line in lines)


def of_processes(scene: Scene) -> str | None:
    """The misconception about queues, pipes or locks that made a run hang."""
    if scene.record.ending != "stuck":
        return "M22" if joined_before_drained(scene) else None
    rules = {
        "M22": lambda scene: joined_before_drained(scene) or joined_before_taken(scene),
        "M26": too_few_sentinels,
        "M34": not_called_done,
        "M42": both_send,
        "M50": takes_its_own_lock,
        "M51": takes_in_a_ring,
        "M52": left_taken,
    }
    told = [id for id, rule in rules.items() if rule(scene)]
    told += [id] if (id := kept_open(scene)) else []
    return told[0] if len(told) == 1 else None


# ---- queues


def joined_before_drained(scene: Scene) -> bool:
    """Somebody waits for a process that cannot end before its queue is read, and nobody will read it."""
    ending = [found for found in scene.stands if found.call == UNREAD and scene.ends(found)]
    joining = [found for found in scene.stands if found.call in JOINING]
    pids = {found.process.pid for found in ending}
    if not any(scene.joined(found) in pids for found in joining):
        return False
    if not scene.known:
        return len(ending) + len(joining) == len(scene.stands)
    written = {thing for found in ending for wanted in found.process.facts.others for thing in wanted.things}
    readers = [found for found in scene.stands if found.process.facts.reads & written]
    return all(found in ending or found in joining for found in readers)


def joined_before_taken(scene: Scene) -> bool:
    """Somebody waits for a process that waits in `put`, and who would take has not been started yet."""
    putting = [found for found in scene.stands if found.call in PUTTING]
    joining = [found for found in scene.stands if found.call in JOINING and found.frame]
    pids = {found.process.pid for found in putting}
    alive = {found.process.pid for found in scene.stands}
    too_early = [found for found in joining if scene.joined(found) in pids]
    return (
        len(putting) + len(joining) == len(scene.stands)
        and all(child.pid in alive for child in scene.record.children)
        and any(scene.source.calls_later(found.frame.line, "start", "get") for found in too_early)
    )


def too_few_sentinels(scene: Scene) -> bool:
    """Consumers wait for an item, one that runs the same function has ended, and all others wait for them."""
    waiting = [found for found in scene.stands if found.call in GETTING]
    others = [found for found in scene.stands if found not in waiting]
    started = [found.process.started for found in waiting]
    if not waiting or not all(started) or not all(found.call in JOINING for found in others):
        return False
    alive = {found.process.pid for found in scene.stands}
    ended = [child for child in scene.record.children if child.pid not in alive]
    targets = {(child.of, child.target) for child in started}
    same = [child for child in ended if (child.of, child.target) in targets]
    return (
        len(targets) == 1
        and bool(same)
        and one_queue(scene, waiting)
        and not crashed(scene.record)
        and not scene.source.uses("kill", "terminate")
        and all(found.frame and scene.source.is_repeated(found.frame.line) for found in waiting)
    )


def one_queue(scene: Scene, waiting: list[Stand]) -> bool:
    """Whether processes that wait in `get` wait at the same queue.

    One of them reads its pipe and holds the lock for that, the others wait for this lock.
    """
    readers = [found for found in waiting if found.semaphore is None]
    locks = {found.semaphore for found in waiting if found.semaphore}
    if not scene.known or len(readers) != 1 or len(locks) > 1:
        return False
    return all(scene.holders(lock) == readers for lock in locks)


def not_called_done(scene: Scene) -> bool:
    """All items were taken, yet `join` waits for more to be called done, and nobody is left to do that."""
    joins = [found for found in scene.stands if found.call == "JoinableQueue.join"]
    others = [found for found in scene.stands if found not in joins]
    if len(joins) != 1 or not all(found.call in (*GETTING, *JOINING) for found in others):
        return False
    if not scene.source.uses("task_done"):
        return True
    return _taken_by_idle(scene, others) or _all_taken(scene, joins[0])


def _all_taken(scene: Scene, joining: Stand) -> bool:
    """Whether nothing is left to read in any pipe that a process can read, its own queue's among them."""
    facts = joining.process.facts
    ends = {child.sentinel for child in scene.record.children if child.starter == joining.process.pid}
    return facts is not None and not any(n for end, n in facts.unread.items() if end not in ends)


def _taken_by_idle(scene: Scene, others: list[Stand]) -> bool:
    """Whether consumers wait at the only JoinableQueue: then it is empty."""
    idle = [found for found in others if found.call in GETTING]
    lines = [found.frame.line for found in idle if found.frame]
    return (
        bool(idle)
        and one_queue(scene, idle)
        and len(lines) == len(idle)
        and scene.source.calls("JoinableQueue") == 1
        and all(scene.source.calls_too(line, "get", "task_done") for line in lines)
    )


# ---- pipes


def both_send(scene: Scene) -> bool:
    """Two processes send, and each would have to receive what the other sends, for nobody else is left to."""
    sending = [found for found in scene.stands if found.call in SENDING and found.things]
    if not scene.known or len(sending) != 2 or sending[0].things == sending[1].things:
        return False
    one, other = sending
    idle = [found for found in scene.stands if found.call in JOINING]
    readers = [scene.readers(one), scene.readers(other)]
    if other not in readers[0] or one not in readers[1]:
        return False
    return all(found in sending or found in idle for found in readers[0] + readers[1])


def kept_open(scene: Scene) -> str | None:
    """Who reads to the end of a pipe waits for ever: someone who will never write keeps it open."""
    reading = [found for found in scene.stands if scene.reads_to_end(found)]
    joining = [found for found in scene.stands if found.call in JOINING]
    ids = set()
    for found in reading:
        writers = scene.writers(found)
        if not writers or not all(writer in reading or writer in joining for writer in writers):
            return None
        copies = scene.record.start_method == "fork" and all(has_a_copy(scene, writer) for writer in writers)
        ids.add("M39" if copies else "M38")
    return ids.pop() if len(ids) == 1 else None


def has_a_copy(scene: Scene, found: Stand) -> bool:
    """Whether a forked process has an end open that it was not handed: of a pipe's ends it was given one."""
    started = found.process.started
    return found.process.pid != scene.record.pid and not (started and started.ends > 1)


# ---- locks


def takes_its_own_lock(scene: Scene) -> bool:
    """A process waits for a lock that it has taken itself, in code that is not left yet."""
    return any(holders == [found] and has_taken_before(scene, found) for found, holders in at_locks(scene))


def takes_in_a_ring(scene: Scene) -> bool:
    """Processes that each hold a lock wait for one another's, in a ring."""
    waits = {found.process.pid: (found, holders) for found, holders in at_locks(scene)}
    for pid in waits:
        ring = []
        while pid in waits and pid not in ring and len(waits[pid][1]) == 1:
            ring.append(pid)
            pid = waits[pid][1][0].process.pid
        if len(ring) > 1 and pid == ring[0]:
            return all(scene.stands_around(waits[member][0]) for member in ring)
    return False


def left_taken(scene: Scene) -> bool:
    """A lock is waited for that was taken in code that has been left without giving it back."""
    regions = scene.source.regions()
    raised = any(raised_in(scene, region.first, region.last) for region in regions)
    left = any(region.left for region in regions) and not scene.source.uses("kill", "terminate", "_exit")
    for _, holders in at_locks(scene):
        if not holders and (raised or left):
            return True
        outside = len(holders) == 1 and not scene.stands_around(holders[0], calls=True)
        if outside and regions and not scene.source.keeps():
            return True
    return False


def at_locks(scene: Scene) -> list[tuple[Stand, list[Stand]]]:
    """Who waits to take a lock of the answer's, and who holds it, where that is known.

    Processes in which several threads run the answer's code are left out: any of them may hold it.
    """
    found = [each for each in scene.stands if each.call == TAKING and each.semaphore]
    pairs = [(each, scene.owners(each.semaphore)) for each in found]
    pairs = [(each, holders) for each, holders in pairs if holders or scene.is_lock(each.semaphore)]
    return [
        (each, holders)
        for each, holders in pairs
        if holders is not None and all(scene.in_one_thread(stand) for stand in [each, *holders])
    ]


def has_taken_before(scene: Scene, found: Stand) -> bool:
    """Whether a process stands in code that took, under some name, what it waits to take now."""
    frames = found.own(scene.answer)
    if not frames:  # it stands in another module
        return False
    line = frames[0].line
    names = {*scene.source.entered(line)} if found.entering else {scene.source.object_of(line, ["acquire"])}
    name = names.pop() if len(names) == 1 else None
    for n, frame in enumerate(frames):
        if n:
            name = scene.source.seen_from(frames[n - 1].line, name, frame.line)
        if name is None:
            return False
        if name in scene.source.taken_around(frame.line, found.entering and n == 0):
            return True
    return False


# ---- exceptions


def crashed(record: Record) -> list[str]:
    """Names of the child processes that an exception ended."""
    return re.findall(r"^Process (\S+):\n(?:Traceback|  \+ Exception Group)", record.errors, re.M)


def raised_in(scene: Scene, first: int, last: int) -> bool:
    """Whether an exception that ended a child process went through these lines of the answer."""
    frames = re.findall(r'^\s+File "(.+)", line (\d+), in ', scene.record.errors, re.M)
    lines = [int(line) for path, line in frames if Path(path) == scene.answer]
    return bool(crashed(scene.record)) and any(first <= line <= last for line in lines)


# ---- in words


def told_deaths(record: Record) -> list[Death]:
    """Those who ended before their time, some of them if they are many: of a pool's workers one."""
    dead = deaths(record)
    pooled = of_a_pool(Scene(record), dead)[:1]
    return [death for death in dead if not death.pooled or death in pooled][:ALIKE]


def line(record: Record) -> int | None:
    """The line that a hang is about: where somebody ended, else where one waits who does not just join."""
    frames = [death.frame for death in deaths(record) if death.frame]
    stands = [found for found in Scene(record).stands if found.frame]
    frames += [found.frame for found in stands if found.call not in JOINING]
    frames += [found.frame for found in stands]
    return frames[0].line if frames else None
