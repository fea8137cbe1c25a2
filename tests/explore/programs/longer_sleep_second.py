"""wrong (M117): who sleeps longer may still be the first to write.

returns: [1, 2], [2, 1]
"""

import time
from multiprocessing import Manager, Process


def work(notes, me, seconds):
    time.sleep(seconds)
    notes.append(me)


def main():
    with Manager() as manager:
        notes = manager.list()
        workers = [Process(target=work, args=(notes, me, seconds)) for me, seconds in ((1, 0.1), (2, 2.0))]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return list(notes)
