"""wrong (M94): what is waited for is changed, and nobody is told.

returns: 1
hangs: sometimes
"""

from multiprocessing import Condition, Process, Value


def work(condition, ready):
    with condition:
        while not ready.value:
            condition.wait()


def main():
    condition, ready = Condition(), Value("b", 0)
    worker = Process(target=work, args=(condition, ready))
    worker.start()
    with condition:
        ready.value = 1
    worker.join()
    return ready.value
