"""right: SIGINT raises KeyboardInterrupt in what a process does; uncaught, its exit code is 1.

returns: ["waits", 1]
"""

import os
import signal
from multiprocessing import Process, SimpleQueue


def wait(end, found):
    found.put("waits")
    end.get()


def main():
    end, found = SimpleQueue(), SimpleQueue()
    worker = Process(target=wait, args=(end, found))
    worker.start()
    seen = found.get()
    os.kill(worker.pid, signal.SIGINT)
    worker.join()
    return [seen, worker.exitcode]
