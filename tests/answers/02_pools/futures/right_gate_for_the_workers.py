# right
# add_done_callback, with a gate: workers start on their first task only when every future has its callback, so the callbacks run in the order of the ends.
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import Pipe


def wait_for_gate(gate):
    gate.poll(None)  # nobody takes the message out, so all workers see it


def attempt(job, item):
    try:
        return "done", job(item)
    except Exception as error:
        return "failed", str(error)


def outcomes(job, items, workers):
    """Return (item, "done" | "failed" | "lost", value) for each item, as the tasks come to their end."""
    ended, lost = [], []

    def note(item, future):
        if future.exception() is None:
            ended.append((item, *future.result()))
        else:
            lost.append((item, "lost", None))

    gate, opener = Pipe(duplex=False)
    with ProcessPoolExecutor(workers, initializer=wait_for_gate, initargs=(gate,)) as executor:
        try:
            for item in items:
                try:
                    future = executor.submit(attempt, job, item)
                except BrokenProcessPool:
                    lost.append((item, "lost", None))
                else:
                    future.add_done_callback(partial(note, item))
        finally:
            opener.send_bytes(b"open")
    gate.close()
    opener.close()
    return ended + lost
