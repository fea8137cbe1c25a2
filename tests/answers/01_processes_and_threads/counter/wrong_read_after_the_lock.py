# RACE - rule 3
# takes its number from `last` when the lock is free again
import threading

last = 0
lock = threading.Lock()


def draw_all(serve, names):
    drawn = {name: [] for name in names}
    crew = [threading.Thread(target=visit, args=(serve, name, drawn[name])) for name in names]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    return drawn


def visit(serve, name, drawn):
    global last
    more = True
    while more:
        with lock:
            last += 1
        number = last
        drawn.append(number)
        more = serve(name, number)


# What follows is given.


def days(serve, names_of_each_day):
    """Let the names of each day draw. Return what they drew, day by day, and the number that was drawn last."""
    return [draw_all(serve, names) for names in names_of_each_day], last
