"""wrong (M30): a sleep does not wait for the other to be done.

returns: 0, 1
"""

import time
from multiprocessing import Process, Value


def work(result):
    result.value = 1


def main():
    result = Value("i", 0)
    worker = Process(target=work, args=(result,))
    worker.start()
    time.sleep(0.05)
    seen = result.value
    worker.join()
    return seen
