"""wrong (M107): a time-out breaks the barrier, and that, too, waits for one that was killed at it.

raises: BrokenBarrierError
hangs: sometimes
"""

import time
from multiprocessing import Barrier, Process


def main():
    barrier = Barrier(3)
    worker = Process(target=barrier.wait)
    worker.start()
    time.sleep(0.6)
    worker.kill()
    worker.join()
    return barrier.wait(timeout=0.5)
