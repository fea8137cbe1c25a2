"""right: who was woken goes on, also if the event is cleared by then.

returns: [True]
only: spawn
"""

import threading
import time


def wait(event, ready, found):
    ready.set()
    found.append(event.wait(60))


def main():
    event, ready, found = threading.Event(), threading.Event(), []
    worker = threading.Thread(target=wait, args=(event, ready, found))
    worker.start()
    ready.wait()
    while not found:
        event.set()
        event.clear()
        time.sleep(0.01)
    worker.join()
    return found
