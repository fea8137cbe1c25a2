"""wrong: the text of a value is made when it is asked for, be the other done or not.

returns: 0, 1
"""

from multiprocessing import Process, Value


def work(total):
    total.value = 1


def main():
    total = Value("i", 0)
    worker = Process(target=work, args=(total,))
    worker.start()
    seen = int(f"{total!r}"[-3])
    worker.join()
    return seen
