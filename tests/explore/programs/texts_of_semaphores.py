"""right: a semaphore's text has its value, a condition's its lock and who waits, a barrier's who has come.

returns: True
"""

from multiprocessing import Barrier, BoundedSemaphore, Condition, Event, Semaphore

DUE = [
    "<Semaphore(value=2)>",
    "<BoundedSemaphore(value=1, maxvalue=3)>",
    "<Condition(<RLock(None, 0)>, 0)>",
    " unset>",
    " set>",
    "waiters=0/2>",
    "broken>",
]


def main():
    three, bounded, event, barrier = Semaphore(3), BoundedSemaphore(3), Event(), Barrier(2)
    three.acquire()
    bounded.acquire()
    bounded.acquire()
    texts = [repr(three), repr(bounded), repr(Condition())]
    texts.append(repr(event)[-7:])
    event.set()
    texts.append(repr(event)[-5:])
    texts.append(repr(barrier).split(": ")[1])
    barrier.abort()
    return [*texts, repr(barrier).split(": ")[1]] == DUE
