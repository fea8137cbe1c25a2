"""wrong (M14): target=work() runs work in the parent and hands over what it returned.

returns: [True, 0]
"""

import os
from multiprocessing import Process

ran_in = []


def work():
    ran_in.append(os.getpid())


def main():
    worker = Process(target=work())
    worker.start()
    worker.join()
    return [ran_in == [os.getpid()], worker.exitcode]
