"""right: whoever waits for a condition looks at what it stands for.

returns: 3
"""

from multiprocessing import Condition, Process, Value


def work(condition, number):
    with condition:
        number.value = 3
        condition.notify()


def main():
    condition, number = Condition(), Value("i", 0)
    worker = Process(target=work, args=(condition, number))
    worker.start()
    with condition:
        condition.wait_for(lambda: number.value == 3)
    worker.join()
    return number.value
