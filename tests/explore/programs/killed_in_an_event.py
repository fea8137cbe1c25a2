"""wrong (M107): who sets an event waits for the answer of one that was killed while it waited.

returns: "set"
hangs: sometimes
"""

import time
from multiprocessing import Event, Process


def main():
    event = Event()
    worker = Process(target=event.wait)
    worker.start()
    time.sleep(0.5)
    worker.kill()
    worker.join()
    event.set()
    return "set"
