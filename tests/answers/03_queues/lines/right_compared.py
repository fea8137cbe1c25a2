# right
# an entry that is compared by its urgency and its number
from dataclasses import dataclass, field
from queue import LifoQueue, PriorityQueue, Queue
from threading import Lock, Thread
from typing import Any


class Line:
    def __init__(self, line):
        self.line = line

    def put(self, task, urgency):
        self.line.put(task)

    def get(self):
        return self.line.get()


class FirstIn(Line):
    def __init__(self):
        super().__init__(Queue())


class LastIn(Line):
    def __init__(self):
        super().__init__(LifoQueue())


@dataclass(order=True)
class Entry:
    urgency: int
    number: int
    task: Any = field(compare=False)


class MostUrgent(Line):
    def __init__(self):
        super().__init__(PriorityQueue())
        self.lock = Lock()
        self.number = 0

    def put(self, task, urgency):
        with self.lock:
            self.number += 1
            entry = Entry(urgency, self.number, task)
            self.line.put(entry)

    def get(self):
        return self.line.get().task


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
