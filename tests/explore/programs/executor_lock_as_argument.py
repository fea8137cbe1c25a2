"""wrong (M35): a lock is no argument of a task.

raises: RuntimeError
"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Lock


def work(lock):
    with lock:
        return 1


def main():
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(work, Lock()).result()
