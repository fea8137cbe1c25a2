"""Each operator makes the change that it is named for, and none of which is plain that it does nothing."""

import textwrap

import pytest
from manyhands.verify.mutants import canonical, mutants
from manyhands.verify.operators import OPERATORS, named

SHARED = "def f(job, item, lock, total):\n    {}"
POOL = "def f(job, items, workers, seconds):\n    {}"
SUMMED = """
def f():
    total = Value("q", 0)
    run(Process(target=g, args=(total,)))
    return total.value

def g(total):
    with total.get_lock():
        total.value += 1
"""
STORED = """
def f(names):
    found = Array("q", len(names), lock=False)
    run([Process(target=g, args=(found, n)) for n in names])
    return list(found)

def g(found, n):
    found[n] = 1
"""
TWO_LOOPS = """
def f(ps):
    for p in ps:
        p.start()
    for p in ps:
        p.join()
"""

# Operator, an answer, what stands in one of its mutants.
CHANGES = [
    ("constant for parameter", POOL.format("pool = Pool(workers)"), "Pool(2)"),
    ("constant for parameter", POOL.format("t.get(timeout=seconds)"), "t.get(timeout=2)"),
    ("one more", POOL.format("pool = Pool(workers)"), "Pool(workers + 1)"),
    ("argument dropped", POOL.format("pool = Pool(workers)"), "Pool()"),
    ("argument dropped", POOL.format("t.get(timeout=seconds)"), "t.get()"),
    ("argument dropped", POOL.format("p.apply_async(job, callback=done.append)"), "p.apply_async(job)"),
    ("another map", POOL.format("return p.map(job, items)"), "list(p.imap_unordered(job, items))"),
    ("another map", POOL.format("return list(p.imap_unordered(job, items))"), "p.imap(job, items)"),
    ("one chunk", POOL.format("return p.map(job, items)"), "p.map(job, items, chunksize=1000)"),
    ("one chunk", POOL.format("return p.map(job, items, size)"), "p.map(job, items, chunksize=1)"),
    (
        "one after another",
        POOL.format("t = [p.apply_async(job, (i,)) for i in items]"),
        "((task := p.apply_async(job, (i,))), task.wait())[0]",
    ),
    ("order of submission", POOL.format("for x in as_completed(tasks): pass"), "for x in tasks:"),
    (
        "order of finishing",
        POOL.format("return [x.result() for x in tasks]"),
        "[x.result() for x in concurrent.futures.as_completed(tasks)]",
    ),
    ("order of finishing", POOL.format("return [t.get() for t in tasks]"), "if task.ready()"),
    (
        "called in the parent",
        POOL.format("return p.map(job, items)"),
        "p.map(copy.copy, [job(item) for item in items])",
    ),
    (
        "called in the parent",
        POOL.format("t = p.apply_async(job, (items,))"),
        "p.apply_async(copy.copy, (job(*(items,)),))",
    ),
    ("run in the parent", TWO_LOOPS, "p.run()"),
    (
        "threads for processes",
        POOL.format("pool = Pool(workers)"),
        "multiprocessing.pool.ThreadPool(workers)",
    ),
    (
        "one for each item",
        POOL.format("with Pool(workers) as p:\n        for i in items: p.apply(job, i)"),
        "for i in items:\n        with Pool(workers) as p:",
    ),
    ("smaller type", "total = Value('q', 0)", "Value('B', 0)"),
    ("another form", "f(bytes(row))", "f(list(row))"),
    ("sent to the parent", SUMMED, "def g(total):\n    total.put(1)"),
    ("sent to the parent", SUMMED, "return sum(iter(lambda: None if total.empty() else total.get(), None))"),
    ("sent to the parent", STORED, "def g(found, n):\n    found.put((n, 1))"),
    ("lock gone", SHARED.format("with lock: job(item)"), "total):\n    job(item)"),
    ("lock gone", SHARED.format("with lock, total.get_lock(): job(item)"), "with lock:"),
    ("lock of its own", SHARED.format("with lock: job(item)"), "with multiprocessing.Lock():"),
    (
        "lock of its own",
        "lock = Lock()\nps = [Process(target=f, args=(lock, n)) for n in names]",
        "args=(multiprocessing.Lock(), n)",
    ),
    ("another lock", "def f(locks, a):\n    with locks[a]: g()", "with locks[0]:"),
    ("locks in another order", SHARED.format("with lock, other: job(item)"), "with other, lock:"),
    ("locks in another order", "first, second = sorted([a, b])", "first, second = [a, b]"),
    ("lock narrower", SHARED.format("with lock:\n        a(); b(); c()"), "    a()\n    with lock:"),
    (
        "lock split",
        SHARED.format("with lock: total.value += 1"),
        "with lock:\n        was = total.value\n    with lock:\n        total.value = was + 1",
    ),
    ("lock wider", SHARED.format("a()\n    with lock: b()"), "with lock:\n        a()\n        b()"),
    (
        "lock wider",
        SHARED.format("for n in a():\n        with lock: b(n)"),
        "with lock:\n        for n in a():",
    ),
    (
        "opened with",
        SHARED.format("with lock: job(item)"),
        "lock.acquire()\n    job(item)\n    lock.release()",
    ),
    (
        "finally gone",
        SHARED.format("try: job(item)\n    finally: lock.release()"),
        "    job(item)\n    lock.release()",
    ),
    ("lock with a time out", SHARED.format("with lock: job(item)"), "lock.acquire(timeout=0.01)"),
    ("lock with a time out", SHARED.format("lock.acquire()"), "lock.acquire(timeout=0.01)"),
    ("released once more", SHARED.format("lock.release()"), "lock.release()\n    lock.release()"),
    ("released once more", SHARED.format("with lock: job(item)"), "        job(item)\n    lock.release()"),
    ("released once less", SHARED.format("lock.release(); a()"), "total):\n    a()"),
    ("taken twice", "lock = Lock()\nwith lock: a()", "with lock, lock:"),
    ("taken twice", "lock = RLock()\nwith lock:\n    with lock: a()", "lock = multiprocessing.Lock()"),
    ("another semaphore", "lock = Lock()", "lock = multiprocessing.Semaphore(2)"),
    ("if for while", SHARED.format("while full(): lock.wait()"), "if full():\n        lock.wait()"),
    (
        "wait for looks once",
        SHARED.format("lock.wait_for(ready)"),
        "if not ready():\n        lock.wait()",
    ),
    ("wait gone", SHARED.format("event.wait(); job(item)"), "total):\n    job(item)"),
    ("sleep for a wait", SHARED.format("event.wait()"), "time.sleep(0.01)"),
    ("notify one", SHARED.format("lock.notify_all()"), "lock.notify()"),
    ("nobody told", SHARED.format("lock.notify(); job(item)"), "total):\n    job(item)"),
    ("looked without waiting", SHARED.format("process.join()"), "process.join(0)"),
    ("another time out", POOL.format("t.get(seconds)"), "t.get(2 * seconds)"),
    (
        "one deadline for all",
        POOL.format("for t in tasks: t.get(timeout=seconds)"),
        "t.get(max(0, end - time.monotonic()))",
    ),
    ("end gone", "def f(p):\n    p.join(); g()", "def f(p):\n    g()"),
    ("unlinked twice", "block.unlink()", "block.unlink()\nblock.unlink()"),
    (
        "unlinked by each",
        "def f(name):\n    block = SharedMemory(name)\n    block.close()",
        "block.close()\n    block.unlink()",
    ),
    (
        "unlinked too early",
        "try:\n    a(); b()\nfinally:\n    block.close(); block.unlink()",
        "a()\n    block.unlink()\n    b()\nfinally:\n    block.close()",
    ),
    ("joined at once", TWO_LOOPS, "p.start()\n        p.join()"),
    (
        "left open",
        "def f():\n    with Pool(2) as p: return p.map(a, b)",
        "p = Pool(2)\n    return p.map(a, b)",
    ),
    (
        "left at once",
        "def f():\n    with Pool(2) as p:\n        t = p.apply_async(a)\n        return t.get()",
        "        t = p.apply_async(a)\n    return t.get()",
    ),
    (
        "ended on the straight path only",
        "def f(s):\n    with Pool(2) as p:\n        x = p.apply_async(a).get(s)\n    return x",
        "p.close()\n    p.join()",
    ),
    ("not waited for", "executor.shutdown()", "executor.shutdown(wait=False)"),
    (
        "closed and terminated",
        "def f():\n    p = Pool(2)\n    p.apply_async(a)\n    p.close()\n    p.join()",
        "p.terminate()",
    ),
    ("narrower except", "try: a()\nexcept Exception: b()", "except ValueError:"),
    ("another except", "try: a()\nexcept multiprocessing.TimeoutError: b()", "except TimeoutError:"),
    ("wider except", "try: a()\nexcept ValueError: b()", "except Exception:"),
    ("nothing caught", "try: a()\nexcept KeyError: b()\nexcept OSError: c()", "a()\nexcept OSError:"),
    (
        "another order of excepts",
        "try: a()\nexcept KeyError: b()\nexcept Exception: c()",
        "except Exception:\n    c()\nexcept KeyError:",
    ),
    ("another message", "m = str(error)", "m = error.args[0]"),
    ("another comparison", "x = a < b", "a <= b"),
    ("another comparison", "x = a is None", "a is not None"),
    ("empty for none", "x = a is None", "x = not a"),
    ("another sign", "x = a // b", "a // b + 1"),
    ("another sign", "x = f(a % b)", "f(a)"),
    ("another update", "x += 1", "x = 1"),
    ("another number", "x = 0", "x = 1"),
    ("another number", "x = 8", "x = 7"),
    ("another condition", "x = a and b", "a or b"),
    ("another condition", "if ready(): a()", "if not ready():"),
    ("statement gone", "def f(a, b):\n    a(); b()", "def f(a, b):\n    b()"),
    ("statement gone", "def f(a):\n    a[1] = 2", "pass"),
    ("one left out", "for x in a: b(x)", "for x in list(a)[:-1]:"),
    ("one left out", "y = [x for x in a]", "[x for x in list(a)[1:]]"),
    ("another jump", "for x in a:\n    break", "continue"),
    ("list for tuple", "def f(n):\n    return n, g(n)", "return [n, g(n)]"),
    ("sorted result", "def f():\n    return [x for x in a]", "return sorted([x for x in a])"),
    ("statements swapped", "def f(p):\n    p.close()\n    p.join()", "p.join()\n    p.close()"),
]
NAMES = {named(operator): operator for operator in OPERATORS}


def made_by(name, text):
    return [mutant.text for mutant in mutants("a.py", text, operators=[NAMES[name]])]


@pytest.mark.parametrize(("name", "answer", "part"), CHANGES)
def test_an_operator_makes_its_change(name, answer, part):
    answer = textwrap.dedent(answer)
    assert part not in canonical(answer)
    assert [text for text in made_by(name, answer) if part in text], made_by(name, answer)


def test_each_operator_has_a_change_and_says_what_it_does():
    assert {name for name, *_ in CHANGES} == set(NAMES)
    for operator in OPERATORS:
        assert operator.__doc__.endswith(".")
        assert len(operator.__doc__.splitlines()) == 1


# What would do the same as the answer.
NOTHING = [
    ("wait for looks once", "def f(child, seconds):\n    wait_for(child, seconds)"),
    ("opened with", "def f(lock, total):\n    with lock: total.value += 1"),
    (
        "end gone",
        "def f():\n    with Pool(2) as p:\n        r = p.map(a, b)\n        p.close()\n        p.join()",
    ),
    ("statements swapped", "def f(a, b):\n    a.x = 1\n    b.x = 2"),
    ("statements swapped", "def f(ps, p):\n    p.start()\n    ps.append(p)"),
    ("another map", "def f(p):\n    p.map(a, b)"),
    ("another map", "r = p.map(a, [b])"),
    ("one chunk", "r = p.map(a, [b])"),
    ("one after another", "for i in a:\n    t = p.submit(f, i)\n    r.append(t.result())"),
    ("wait gone", "wait([future])"),
    ("taken twice", "lock = RLock()\nwith lock(): a()"),
    ("sleep for a wait", "wait([future])"),
    ("lock gone", "with Pool(2) as p: p.map(a, b)"),
    ("lock of its own", "def f(changed):\n    with changed: changed.notify()"),
    ("looked without waiting", "while full():\n    changed.wait()"),
    ("looked without waiting", "x = ', '.join(a)"),
    ("another number", "time.sleep(1)"),
    ("one after another", "r = p.apply_async(a).get()"),
    ("smaller type", "m = Manager()\nx = m.Value('q', 0)"),
    ("statement gone", "def f():\n    'Docstring.'\n    return 1"),
    ("another sign", "x = [0] * n"),
    ("list for tuple", "def f():\n    return done, failed"),
    ("list for tuple", "p.map(f, [(a, b) for b in c])"),
    ("closed and terminated", "def f():\n    p = Pool(2)\n    p.map(a, b)\n    p.close()"),
]


@pytest.mark.parametrize(("name", "answer"), NOTHING)
def test_an_operator_makes_no_change_that_does_nothing(name, answer):
    assert made_by(name, answer) == []
