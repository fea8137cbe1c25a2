"""right: a process's text tells how far it is.

returns: True
"""

import os
from multiprocessing import Event, Process, current_process


def leave(event):
    event.wait()
    os._exit(3)


def wait(event):
    event.wait()


DUE = [
    "daemon>",
    "started>",
    ["stopped", "exitcode=3", "daemon>"],
    "closed>",
    ["stopped", "exitcode=-SIGTERM>"],
    "<_MainProcess name='MainProcess' parent=None started>",
]


def main():
    event = Event()
    worker = Process(target=leave, args=(event,), daemon=True)
    texts = [repr(worker).split()[-1]]
    worker.start()
    texts.append(repr(worker).split()[-2])
    texts[-1] += ">"
    event.set()
    worker.join()
    texts.append(repr(worker).split()[-3:])
    worker.close()
    texts.append(repr(worker).split()[-2] + ">")
    event = Event()
    worker = Process(target=wait, args=(event,))
    worker.start()
    worker.terminate()
    worker.join()
    return [*texts, repr(worker).split()[-2:], repr(current_process())] == DUE
