"""The workers of the lecture on queues, and programs of them.

A program (``two_results``, ``until_empty``, …) makes a queue, starts workers
and returns what came: it can be run for real, and its schedules can be tried.
"""

import multiprocessing
import queue
from contextlib import suppress
from enum import Enum

spawn = multiprocessing.get_context("spawn")


def start(*workers) -> None:
    """Start all the processes."""
    for worker in workers:
        worker.start()


def join(*workers) -> None:
    """Wait for all the processes."""
    for worker in workers:
        worker.join()


# Put and get


def double(results, number: int) -> None:
    """Put the result where the parent finds it."""
    results.put(2 * number)


def two_results() -> list:
    """Two children, and a result from each."""
    results = spawn.Queue()
    one = spawn.Process(target=double, args=(results, 10), name="child 1")
    two = spawn.Process(target=double, args=(results, 8), name="child 2")
    start(one, two)
    found = [results.get(), results.get()]
    join(one, two)
    return found


def put_all(letters, *names: str) -> None:
    """Put some letters, one after the other."""
    for name in names:
        letters.put(name)


# Looks that are out of date


def look_after_put() -> str:
    """Put something, and look at once whether there is anything."""
    letters = spawn.Queue()
    letters.put("a")
    return "empty" if letters.empty() else "not empty"


def put_if_not_full(shelf, item: str) -> None:
    """Look whether there is room, and put only then."""
    if not shelf.full():
        shelf.put(item)


def offer(shelf, item: str) -> None:
    """Put if there is room now; to find out, try."""
    with suppress(queue.Full):
        shelf.put_nowait(item)


def two_putters(putter) -> int:
    """A shelf with one place, and two who put. Returns how many items it has."""
    shelf = spawn.Queue(1)
    one = spawn.Process(target=putter, args=(shelf, "a"), name="putter 1")
    two = spawn.Process(target=putter, args=(shelf, "b"), name="putter 2")
    start(one, two)
    join(one, two)
    return shelf.qsize()


def take_until_empty(letters, taken) -> None:
    """Take as long as there is something, and say how many it was."""
    count = 0
    while not letters.empty():
        letters.get()
        count += 1
    taken.value = count


def until_empty() -> int:
    """One puts two letters, another takes until the queue is empty."""
    letters, taken = spawn.Queue(), spawn.Value("i", 0)
    putter = spawn.Process(
        target=put_all, args=(letters, "a", "b"), name="putter"
    )
    taker = spawn.Process(
        target=take_until_empty, args=(letters, taken), name="taker"
    )
    start(putter, taker)
    taker.join()
    putter.join()
    return taken.value


# What put does


def send_bytes(results, size: int) -> None:
    """A child with one result of so many bytes."""
    results.put(bytes(size))


def drain_then_join(size: int) -> int:
    """Take the result first, then wait for the child."""
    results = spawn.Queue()
    child = spawn.Process(target=send_bytes, args=(results, size), name="child")
    child.start()
    found = results.get()
    child.join()
    return len(found)


def join_managed(size: int) -> int:
    """Wait for the child first; the queue is a manager's."""
    with spawn.Manager() as manager:
        results = manager.Queue()
        child = spawn.Process(
            target=send_bytes, args=(results, size), name="child"
        )
        child.start()
        child.join()
        return len(results.get())


def put_and_change() -> list:
    """Put a list, and change it afterwards."""
    letters, numbers = spawn.Queue(), [1]
    letters.put(numbers)
    numbers.append(2)
    return letters.get()


# The end of a stream


def consume(items, done) -> None:
    """Take until None comes. Say what was taken."""
    taken = []
    while (item := items.get()) is not None:
        taken.append(item)
    done.put(taken)


def digest_until_none(names, digests, digest) -> None:
    """Real work until None comes: the digest of each file."""
    while (name := names.get()) is not None:
        digests.put((name, digest(name)))


def send_and_close(writer, names) -> None:
    """Send the names through a pipe, and close this end of it."""
    for name in names:
        writer.send(name)
    writer.close()


class Signal(Enum):
    """The member of an enumeration crosses as itself."""

    STOP = "stop"


class Stop:
    """Never instantiated: the class itself says that nothing more will come."""


# JoinableQueue


def serve(tasks, results) -> None:
    """Do tasks for ever, and call each of them done, on every path."""
    while True:
        number = tasks.get()
        try:
            results.put(100 // number)
        except ZeroDivisionError:
            results.put(None)
        finally:
            tasks.task_done()


def serve_numbers(numbers) -> list:
    """Servers that are daemons end with their parent; nobody tells them to."""
    tasks, results = spawn.JoinableQueue(), spawn.Queue()
    for number in (1, 2):
        name = f"server {number}"
        args = (tasks, results)
        spawn.Process(target=serve, args=args, name=name, daemon=True).start()
    for number in numbers:
        tasks.put(number)
    tasks.join()
    return [results.get() for _ in numbers]


def note_and_call_done(tasks, noted) -> None:
    """Note that a task came, and call it done."""
    tasks.get()
    noted.value += 1
    tasks.task_done()


def join_before_any_put(wait_for_the_producer: bool) -> int:
    """How many tasks are done when ``join`` returns?"""
    tasks, noted = spawn.JoinableQueue(), spawn.Value("i", 0)
    producer = spawn.Process(target=put_all, args=(tasks, "a"), name="producer")
    server = spawn.Process(
        target=note_and_call_done, args=(tasks, noted), name="server"
    )
    start(producer, server)
    if wait_for_the_producer:
        producer.join()
    tasks.join()
    done = noted.value
    join(producer, server)
    return done


# Downloads


def download(images, names) -> None:
    """Fetch each image, and say when there are no more."""
    for name in names:
        images.put(f"{name}.jpg")
    images.put(None)


def save(images, saved) -> None:
    """Save what comes, until the downloader says that it was the last."""
    while (image := images.get()) is not None:
        saved.put(image)
    saved.put(None)


def download_and_save(names, room: int) -> list:
    """Both are at work at the same time. Returns what was saved."""
    images, saved = spawn.Queue(room), spawn.Queue()
    downloader = spawn.Process(
        target=download, args=(images, names), name="downloader"
    )
    saver = spawn.Process(target=save, args=(images, saved), name="saver")
    start(downloader, saver)
    found = list(iter(saved.get, None))
    join(downloader, saver)
    return found
