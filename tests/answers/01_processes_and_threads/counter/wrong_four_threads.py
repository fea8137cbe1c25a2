# WRONG - rule 1
# an executor with four threads, whoever comes
import threading
from concurrent.futures import ThreadPoolExecutor

last = 0
lock = threading.Lock()


def draw_all(serve, names):
    def visit(name):
        numbers = [draw()]
        while serve(name, numbers[-1]):
            numbers.append(draw())
        return numbers

    with ThreadPoolExecutor(4) as crew:
        return dict(zip(names, crew.map(visit, names)))


def draw():
    global last
    with lock:
        last += 1
        return last


# What follows is given.


def days(serve, names_of_each_day):
    """Let the names of each day draw. Return what they drew, day by day, and the number that was drawn last."""
    return [draw_all(serve, names) for names in names_of_each_day], last
