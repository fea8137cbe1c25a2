# WRONG - rule 1
# processes in place of threads: each has a counter of its own
from multiprocessing import Process, Queue

last = 0


def draw_all(serve, names):
    found = Queue()
    crew = [Process(target=visit, args=(serve, name, found)) for name in names]
    for process in crew:
        process.start()
    drawn = dict(found.get() for _ in names)
    for process in crew:
        process.join()
    return drawn


def visit(serve, name, found):
    global last
    drawn, more = [], True
    while more:
        last += 1
        drawn.append(last)
        more = serve(name, last)
    found.put((name, drawn))


# What follows is given.


def days(serve, names_of_each_day):
    """Let the names of each day draw. Return what they drew, day by day, and the number that was drawn last."""
    return [draw_all(serve, names) for names in names_of_each_day], last
