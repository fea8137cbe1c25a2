"""right: a Value's own lock is an RLock, so its accesses may happen while it is held.

returns: 5
"""

from multiprocessing import Process, Value


def work(value):
    with value.get_lock(), value:
        value.value = 5


def main():
    value = Value("d", 0)
    worker = Process(target=work, args=(value,))
    worker.start()
    worker.join()
    return int(value.value)
