"""right: a lock's text names who has it.

returns: True
"""

from multiprocessing import Lock, Process, RLock, SimpleQueue


def take(lock, again, found, end):
    lock.acquire()
    again.acquire()
    again.acquire()
    found.put(repr(lock))
    found.put(str(again))
    end.get()


DUE = [
    "<Lock(owner=None)>",
    "<Lock(owner=Process-1)>",
    "<RLock(Process-1, 2)>",
    ["SomeOtherProcess", "nonzero"],
]


def main():
    lock, again, found, end = Lock(), RLock(), SimpleQueue(), SimpleQueue()
    texts = [repr(lock)]
    worker = Process(target=take, args=(lock, again, found, end))
    worker.start()
    texts += [found.get(), found.get()]
    texts.append([repr(lock)[12:-2], repr(again)[25:-2]])
    end.put(None)
    worker.join()
    return texts == DUE
