# right
# processes of a class of their own
import runpy
from multiprocessing import Process


def cook(dish):
    print(dish, "is ready, cooked in", __name__)


def ring(count):
    print("dinner,", count, "dishes!")


def as_a_script():
    runpy.run_path(__file__, run_name="__main__")


class Cook(Process):
    def __init__(self, work, *given):
        super().__init__()
        self.work, self.given = work, given

    def run(self):
        self.work(*self.given)


def kitchen(cook, ring, dishes):
    crew = []
    for dish in dishes:
        crew.append(Cook(cook, dish))
        crew[-1].start()
    [process.join() for process in crew]
    crew.append(Cook(ring, len(dishes)))
    crew[-1].start()
    crew[-1].join()
    return [process.exitcode for process in crew]


if "__main__" == __name__:
    codes = kitchen(cook, ring, ["soup", "rice"])
    print(*codes)
