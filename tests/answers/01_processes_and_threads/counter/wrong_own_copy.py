# RACE M89 rule 3
# each thread counts from 0 in what it takes for a copy of its own
import threading

last = 0


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
    last = 0
    more = True
    while more:
        last += 1
        drawn.append(last)
        more = serve(name, drawn[-1])


# What follows is given.


def days(serve, names_of_each_day):
    """Let the names of each day draw. Return what they drew, day by day, and the number that was drawn last."""
    return [draw_all(serve, names) for names in names_of_each_day], last
