# right
# threads of a class of their own, which draw by a function and keep what they have drawn
from threading import RLock, Thread

last = 0


class Visitor(Thread):
    def __init__(self, serve, name, lock):
        super().__init__()
        self.serve, self.visitor, self.lock, self.drawn = serve, name, lock, []

    def run(self):
        while True:
            self.drawn.append(draw(self.lock))
            if not self.serve(self.visitor, self.drawn[-1]):
                break


def draw(lock):
    global last
    lock.acquire()
    try:
        last = last + 1
        return last
    finally:
        lock.release()


def draw_all(serve, names):
    lock = RLock()
    visitors = []
    for name in names:
        visitor = Visitor(serve, name, lock)
        visitor.start()
        visitors.append(visitor)
    for visitor in visitors:
        visitor.join()
    return {visitor.visitor: visitor.drawn for visitor in visitors}


# What follows is given.


def days(serve, names_of_each_day):
    """Let the names of each day draw. Return what they drew, day by day, and the number that was drawn last."""
    return [draw_all(serve, names) for names in names_of_each_day], last
