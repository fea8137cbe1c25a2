"""right: an event is set before what it stands for is read.

returns: [7, True, False]
only: spawn
"""

import threading


def work(ready, box):
    box.append(7)
    ready.set()


def main():
    ready, box, never = threading.Event(), [], threading.Event()
    threading.Thread(target=work, args=(ready, box)).start()
    ready.wait()
    return [box[0], ready.is_set(), never.wait(0.01)]
