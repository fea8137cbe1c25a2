"""Small programs made at random: a few steps of a few workers on the same few objects."""

KINDS = {
    "queues": [
        "queue.put({n})", "queue.put([{n}])", "seen.append(queue.get())", "seen.append(queue.qsize())",
        "small.put({n})", "seen.append(small.get())", "seen.append(small.full())",
        "seen.append(queue.empty())", "total.value += 1",
    ],
    "joinable": [
        "tasks.put({n})", "seen.append(tasks.get()); tasks.task_done()", "tasks.task_done()", "tasks.join()",
        "total.value = {n}", "seen.append(total.value)",
    ],
    "barriers": [
        "barrier.wait()", "seen.append(barrier.wait())", "seen.append(barrier.n_waiting)", "barrier.abort()",
        "total.value += 1", "seen.append(total.value)", "slots[{n}] = 1", "seen.append(slots[:])",
    ],
    "locks": [
        "with lock: total.value += 1", "with total.get_lock(): total.value += 1", "lock.acquire()",
        "lock.release()", "with other: total.value = {n}", "if not total.value: total.value = {n}",
        "seen.append(total.value)", "permits.acquire()", "permits.release()",
        "with lock, other: slots[0] += 1", "with other, lock: slots[0] += 1",
    ],
    "pipes": [
        "writer.send({n})", "seen.append(reader.recv())", "writer.send_bytes(b'x' * 9)", "reader.close()",
        "seen.append(reader.poll())", "writer.close()", "total.value += 1",
    ],
    "bytes": [
        "block.buf[{n}] = 7", "block.buf[0] += 1", "block.buf[0:2] = bytes([{n}, 9])", "block.buf[3] = {n}",
        "seen.append(block.buf[0])", "seen.append(bytes(block.buf[1:3]))", "with lock: block.buf[1] += 1",
        "block.unlink()", "seen.append(SharedMemory(block.name).buf[0])", "total.value += 1",
    ],
}  # fmt: skip
"""What processes may do, by the objects that it is about. ``{n}`` is the worker's number."""

THREADS = {
    "variables": [
        "box.number += 1", "box.number = {n}", "seen.append(box.number)", "names['a'] = {n}",
        "names['b'] = names.get('a', 0) + 1", "order.append({n})", "seen.append(list(order))",
        "seen.append(len(names))", "if not box.number: order.append(box.number)",
        "with lock: box.number += 1", "with lock: names[{n}] = 1", "order.pop() if order else None",
    ],
    "meetings": [
        "lines.put({n})", "seen.append(lines.get())", "tight.put({n})", "seen.append(tight.get())",
        "lines.task_done()", "seen.append(lines.qsize())", "bell.set()", "bell.clear()", "bell.wait()",
        "seen.append(bell.is_set())", "box.number += 1", "seen.append(box.number)",
    ],
    "told": [
        "with told: told.wait()", "with told: told.notify()", "with told: box.number += 1",
        "with told: told.notify_all()", "permits.acquire()", "permits.release()", "box.number = {n}",
        "seen.append(box.number)", "gate.wait()", "seen.append(gate.wait())", "lock.acquire()",
        "lock.release()",
    ],
    "with_processes": [
        "total.value += 1", "seen.append(total.value)", "queue.put({n})", "seen.append(queue.get())",
        "box.number += 1", "seen.append(box.number)", "with total.get_lock(): total.value += 1",
        "with lock: total.value = {n}", "total.value = {n}",
    ],
}  # fmt: skip
"""What threads may do."""

POOLS = {
    "tasks": [
        "total.value += 1", "seen.append(total.value)", "with total.get_lock(): total.value += {n}",
        "total.value = {n}", "slots[{n}] = total.value", "queue.put({n})", "raise ValueError({n})",
    ],
}  # fmt: skip
"""What the tasks of a pool or an executor may do."""

COROUTINES = {
    "awaits": [
        "box.number += 1", "seen.append(box.number)", "await asyncio.sleep(0)", "before = box.number; "
        "await asyncio.sleep(0); box.number = before + 1", "await lines.put({n})",
        "seen.append(await lines.get())", "bell.set()", "await bell.wait()",
        "await asyncio.to_thread(box.up)", "order.append({n})", "total.value += 1",
    ],
}  # fmt: skip
"""What coroutines may do."""

SHARED = {
    "queue": "Queue()", "small": "Queue(1)", "tasks": "JoinableQueue()", "barrier": "Barrier({workers})",
    "total": "Value('i', 0)", "slots": "Array('i', 4, lock=False)", "lock": "Lock()", "other": "Lock()",
    "permits": "Semaphore(1)", "reader, writer": "Pipe(False)", "results": "SimpleQueue()",
    "block": "SharedMemory(create=True, size=8)",
}  # fmt: skip
"""What processes share, and how it is made."""


def random_program(draw):
    """The text of a program with a function ``main``; ``draw`` is a ``random.Random``."""
    make = draw.choice([_processes, _processes, _processes, _threads, _threads, _pool, _coroutines])
    return make(draw)


def _bodies(draw, operations, workers, most):
    chosen = draw.sample(operations, min(4, len(operations)))
    return [draw.choices(chosen, k=draw.randrange(1, most - workers)) for _ in range(workers)]


def _shared(bodies, workers, *always):
    text = "\n".join(line for body in bodies for line in body)
    return {
        name: made.format(workers=workers)
        for name, made in SHARED.items()
        if name in always or any(each in text for each in name.split(", "))
    }


def _cases(bodies, indent="    "):
    return [
        f"{indent}if name == {number}:\n{indent}    {line.format(n=number)}"
        for number, body in enumerate(bodies)
        for line in body
    ]


def _processes(draw):
    workers = draw.choice([2, 2, 3])
    bodies = _bodies(draw, KINDS[draw.choice(list(KINDS))], workers, 5)
    shared = _shared(bodies, workers, "results")
    names = ", ".join(shared)
    lines = [
        "from multiprocessing import *",
        "from multiprocessing.shared_memory import SharedMemory",
        f"def work(name, {names}):",
        "    seen = []",
        *_cases(bodies),
        "    results.put((name, seen))",
        "def main():",
        *(f"    {name} = {made}" for name, made in shared.items()),
        f"    workers = [Process(target=work, args=(n, {names}), daemon=True) for n in range({workers})]",
        "    for each in workers: each.start()",
        *(["    tasks.join()"] if "tasks" in shared and draw.random() < 0.5 else []),
        "    found = [results.get() for _ in workers]",
        *(["    for each in workers: each.join()"] if draw.random() < 0.7 else []),
        f"    return sorted(found), {'total.value' if 'total' in shared else 0}"
        f"{', bytes(block.buf)' if 'block' in shared else ''}",
    ]
    return "\n".join(lines)


def _threads(draw):
    kind = draw.choice(list(THREADS))
    workers = draw.choice([2, 2, 3])
    bodies = _bodies(draw, THREADS[kind], workers, 5)
    mixed = kind == "with_processes"
    shared = _shared(bodies, workers, "total") if mixed else {}
    names = ", ".join(shared)
    daemon = draw.random() < 0.3
    beside = mixed and draw.random() < 0.5
    lines = [
        "import queue as q, threading",
        "from multiprocessing import *",
        "class Box: number = 0",
        "box, names, order, found = Box(), {}, [], []",
        "lines, tight, bell, told = q.Queue(), q.Queue(1), threading.Event(), threading.Condition()",
        f"lock, permits, gate = threading.Lock(), threading.Semaphore(1), threading.Barrier({workers})",
        f"def work(name, {names}):" if mixed else "def work(name):",
        "    seen = []",
        *_cases(bodies),
        "    found.append((name, seen))",
        f"def several({names}):",
        f"    workers = [threading.Thread(target=work, args=(n, {names}), daemon={daemon})"
        f" for n in range({workers})]",
        "    for each in workers: each.start()",
        *(["    for each in workers: each.join()"] if draw.random() < 0.7 else []),
        "def main():",
        *(f"    {name} = {made}" for name, made in shared.items()),
        *([f"    other = Process(target=several, args=({names},))", "    other.start()"] if mixed else []),
        *([f"    work(0, {names})"] if beside else []),
        *(["    other.join()"] if mixed else ["    several()"]),
        f"    return sorted(found), box.number, list(order){', total.value' if mixed else ''}",
    ]
    return "\n".join(lines)


_USES = [
    "found = pool.map(work, range({tasks}))",
    "found = list(pool.imap_unordered(work, range({tasks})))",
    "found = [each.get() for each in [pool.apply_async(work, (n,), callback=heard.append) "
    "for n in range({tasks})]]",
    "found = pool.apply_async(work, (0,)); total.value += 5; found = found.get()",
]
_SUBMITS = [
    "found = list(pool.map(work, range({tasks})))",
    "found = [each.result() for each in as_completed([pool.submit(work, n) for n in range({tasks})])]",
    "found = [each.result() for each in [pool.submit(work, n) for n in range({tasks})]]; total.value += 5",
]


def _pool(draw):
    tasks = draw.choice([2, 2, 3])
    bodies = _bodies(draw, POOLS["tasks"], tasks, 5)
    pool = draw.choice(["Pool", "ThreadPool", "ProcessPoolExecutor", "ThreadPoolExecutor"])
    executor = pool.endswith("Executor")
    processes = pool in ("Pool", "ProcessPoolExecutor")
    use = draw.choice(_SUBMITS if executor else _USES).format(tasks=tasks)
    named = "initializer=keep, initargs=(total, slots, queue)"
    lines = [
        "from multiprocessing import *",
        "from multiprocessing.pool import ThreadPool",
        "from concurrent.futures import *",
        "def keep(*given):",
        "    global total, slots, queue",
        "    total, slots, queue = given",
        "def work(name):",
        "    seen = []",
        *_cases(bodies),
        "    return name, seen",
        "def main():",
        "    heard = []",
        "    keep(Value('i', 0), Array('i', 4, lock=False), SimpleQueue())",
        f"    with {pool}(2{', ' + named if processes else ''}) as pool:",
        f"        {use}",
        "    return found, len(heard), total.value, slots[:]",
    ]
    return "\n".join(lines)


def _coroutines(draw):
    workers = draw.choice([2, 2, 3])
    bodies = _bodies(draw, COROUTINES["awaits"], workers, 5)
    mixed = draw.random() < 0.4
    lines = [
        "import asyncio",
        "from multiprocessing import *",
        "class Box:",
        "    number = 0",
        "    def up(self): self.number += 1",
        "order, box = [], Box()",
        "async def work(name, total, lines, bell):",
        "    seen = []",
        *_cases(bodies),
        "    return name, seen",
        "async def several(total):",
        "    lines, bell = asyncio.Queue(), asyncio.Event()",
        f"    return await asyncio.gather(*(work(n, total, lines, bell) for n in range({workers})))",
        "def beside(total):",
        "    total.value += 1",
        "def main():",
        "    total = Value('i', 0)",
        *(["    other = Process(target=beside, args=(total,))", "    other.start()"] if mixed else []),
        "    found = asyncio.run(several(total))",
        *(["    other.join()"] if mixed else []),
        "    return found, box.number, list(order), total.value",
    ]
    return "\n".join(lines)
