"""right: looking at a flag until it is set, under a lock.

returns: 1
"""

from multiprocessing import Process, Value


def work(flag):
    flag.value = 1


def main():
    flag = Value("i", 0)
    worker = Process(target=work, args=(flag,))
    worker.start()
    while True:
        with flag.get_lock():
            if flag.value:
                break
    worker.join()
    return flag.value
