"""right: whoever is killed while it waits for a manager's event leaves nobody waiting.

returns: True
"""

import time
from multiprocessing import Manager, Process


def main():
    with Manager() as manager:
        event = manager.Event()
        worker = Process(target=event.wait)
        worker.start()
        time.sleep(0.5)
        worker.kill()
        worker.join()
        event.set()
        return event.is_set()
