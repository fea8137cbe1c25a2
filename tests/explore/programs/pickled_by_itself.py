"""right: what can only be inherited refuses to be pickled, by whatever way, and a process refuses, too.

returns: True
"""

import multiprocessing as mp
import pickle


def refusal(thing):
    try:
        pickle.dumps(thing)
    except RuntimeError as error:
        return str(error).split()[0]
    except TypeError as error:
        return type(error).__name__


DUE = [
    "Lock",
    "RLock",
    "Semaphore",
    "Condition",
    "Condition",
    "Condition",
    "Queue",
    "SimpleQueue",
    "Synchronized",
    "SynchronizedArray",
    "TypeError",
    "TypeError",
]


def main():
    things = [mp.Lock(), mp.RLock(), mp.Semaphore(), mp.Condition(), mp.Event(), mp.Barrier(1)]
    things += [mp.Queue(), mp.SimpleQueue(), mp.Value("i"), mp.Array("i", 1), mp.RawValue("i"), mp.Process()]
    return [refusal(thing) for thing in things] == DUE
