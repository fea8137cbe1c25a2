# WRONG M01 rule 5
# no guard
import runpy
from multiprocessing import Process


def cook(dish):
    print(dish, "is ready, cooked in", __name__)


def ring(count):
    print("dinner,", count, "dishes!")


def as_a_script():
    runpy.run_path(__file__, run_name="__main__")


def kitchen(cook, ring, dishes):
    crew = [Process(target=cook, args=(dish,)) for dish in dishes]
    for process in crew:
        process.start()
    for process in crew:
        process.join()
    bell = Process(target=ring, args=(len(dishes),))
    bell.start()
    bell.join()
    return [process.exitcode for process in [*crew, bell]]


print(*kitchen(cook, ring, ["soup", "rice"]))
