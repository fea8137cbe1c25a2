# right
# a tray with one slip that has the next number on it; who takes the slip puts the next one there
import queue
import threading

last = 0


def draw_all(serve, names):
    slip = queue.Queue()
    slip.put(last + 1)
    drawn = {}
    crew = [threading.Thread(target=visit, args=(slip, serve, name, drawn)) for name in names]
    [thread.start() for thread in crew]
    [thread.join() for thread in crew]
    return {name: drawn[name] for name in names}


def visit(slip, serve, name, drawn):
    global last
    drawn[name] = []
    while True:
        number = slip.get()
        last = number
        slip.put(number + 1)
        drawn[name].append(number)
        if not serve(name, number):
            return


# What follows is given.


def days(serve, names_of_each_day):
    """Let the names of each day draw. Return what they drew, day by day, and the number that was drawn last."""
    return [draw_all(serve, names) for names in names_of_each_day], last
