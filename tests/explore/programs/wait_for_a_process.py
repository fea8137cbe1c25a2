"""right: a process's sentinel can be waited for.

returns: [True, 0]
"""

from multiprocessing import Process
from multiprocessing.connection import wait


def work():
    pass


def main():
    worker = Process(target=work)
    worker.start()
    ready = wait([worker.sentinel])
    worker.join()
    return [ready == [worker.sentinel], worker.exitcode]
