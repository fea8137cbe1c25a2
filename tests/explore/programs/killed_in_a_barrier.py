"""wrong (M107): the last to come opens the barrier, and waits for one that was killed at it.

raises: BrokenBarrierError
hangs: sometimes
"""

import time
from multiprocessing import Barrier, Process


def main():
    barrier = Barrier(2)
    worker = Process(target=barrier.wait)
    worker.start()
    time.sleep(0.6)
    worker.kill()
    worker.join()
    return barrier.wait(timeout=1)
