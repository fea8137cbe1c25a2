"""right: the threads of a process have its number; a child has another.

returns: [True, True, False]
"""

import os
import threading
from multiprocessing import Process, SimpleQueue


def work(found):
    thread = threading.Thread(target=lambda: found.put(os.getpid()))
    thread.start()
    thread.join()
    found.put(os.getpid())


def main():
    found = SimpleQueue()
    thread = threading.Thread(target=lambda: found.put(os.getpid()))
    thread.start()
    thread.join()
    child = Process(target=work, args=(found,))
    child.start()
    child.join()
    mine, its, its_own = found.get(), found.get(), found.get()
    return [mine == os.getpid(), its == its_own, its == mine]
