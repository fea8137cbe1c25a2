# RACE - rule 4
# waits for a while only
import itertools
import queue
from threading import Thread


class FirstIn:
    def __init__(self):
        self.line = queue.Queue()

    def put(self, task, urgency):
        self.line.put(task)

    def get(self):
        return self.line.get()


class LastIn:
    def __init__(self):
        self.line = queue.LifoQueue()

    def put(self, task, urgency):
        self.line.put(task)

    def get(self):
        try:
            return self.line.get(timeout=5)
        except queue.Empty:
            return None


class MostUrgent:
    def __init__(self):
        self.line = queue.PriorityQueue()
        self.numbers = itertools.count()

    def put(self, task, urgency):
        self.line.put((urgency, next(self.numbers), task))

    def get(self):
        return self.line.get()[-1]


# What follows is given.

KINDS = {"first in": FirstIn, "last in": LastIn, "most urgent": MostUrgent}


def through(kind, tasks):
    """Put all the tasks, pairs of an urgency and a task, and take them all."""
    line = KINDS[kind]()
    for urgency, task in tasks:
        line.put(task, urgency)
    return [line.get() for _ in tasks]


def among_threads(kind, parts, takers):
    """A thread for each part puts its tasks, and others take them, as many each. Return what each took."""
    line = KINDS[kind]()
    count = sum(len(part) for part in parts) // takers
    taken = [[] for _ in range(takers)]
    threads = [Thread(target=take_so_many, args=(line, count, tasks)) for tasks in taken]
    threads += [Thread(target=put_all, args=(line, part)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def put_all(line, part):
    for urgency, task in part:
        line.put(task, urgency)


def take_so_many(line, count, tasks):
    for _ in range(count):
        tasks.append(line.get())
