# right
# a list and a condition, and no queue at all
import heapq
from threading import Condition, Thread


class FirstIn:
    def __init__(self):
        self.tasks = []
        self.changed = Condition()

    def put(self, task, urgency):
        with self.changed:
            self.tasks.append(task)
            self.changed.notify()

    def get(self):
        with self.changed:
            self.changed.wait_for(lambda: self.tasks)
            return self.take()

    def take(self):
        return self.tasks.pop(0)


class LastIn(FirstIn):
    def take(self):
        return self.tasks.pop()


class MostUrgent(FirstIn):
    def __init__(self):
        super().__init__()
        self.count = 0

    def put(self, task, urgency):
        with self.changed:
            self.count += 1
            heapq.heappush(self.tasks, (urgency, self.count, task))
            self.changed.notify()

    def take(self):
        return heapq.heappop(self.tasks)[2]


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
