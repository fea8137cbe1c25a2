# right
"""A manager whose server is idle for a while, with others that sleep."""

import time
from multiprocessing import Manager, Process


def work(event, found):
    time.sleep(0.3)
    found["seen"] = True
    event.set()


def main():
    with Manager() as manager:
        event, found = manager.Event(), manager.dict()
        worker = Process(target=work, args=(event, found))
        worker.start()
        event.wait()
        worker.join()
        time.sleep(1.2)
        return dict(found)
