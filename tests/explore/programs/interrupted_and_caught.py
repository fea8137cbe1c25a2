"""right: KeyboardInterrupt can be caught, and what was waited for can be waited for again.

returns: ["waits", "interrupted", "soup", 0]
"""

import os
import signal
from multiprocessing import Process, Queue, SimpleQueue


def wait(dishes, found):
    try:
        found.put("waits")
        dishes.get()
    except KeyboardInterrupt:
        found.put("interrupted")
        found.put(dishes.get())


def main():
    dishes, found = Queue(), SimpleQueue()
    worker = Process(target=wait, args=(dishes, found))
    worker.start()
    seen = [found.get()]
    if hasattr(worker, "interrupt"):
        worker.interrupt()
    else:
        os.kill(worker.pid, signal.SIGINT)
    seen.append(found.get())
    dishes.put("soup")
    seen.append(found.get())
    worker.join()
    return [*seen, worker.exitcode]
