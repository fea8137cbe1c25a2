"""wrong (M117): however long a sleep is, it does not wait for the other to be done.

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
    time.sleep(2)
    seen = result.value
    worker.join()
    return seen
