"""wrong (M05): under spawn a child does not see what the parent set later.

only: spawn forkserver
returns: 1
"""

from multiprocessing import Process, Value

factor = 1


def work(result):
    result.value = factor


def main():
    global factor
    factor = 5
    result = Value("i", 0)
    worker = Process(target=work, args=(result,))
    worker.start()
    worker.join()
    return result.value
