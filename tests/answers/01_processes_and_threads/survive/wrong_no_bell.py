# WRONG - rule 2
# a dish that is spoiled keeps the bell from ringing
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
    codes = [process.exitcode for process in crew]
    if not any(codes):
        bell.start()
        bell.join()
    return codes + [0]


if __name__ == "__main__":
    print(*kitchen(cook, ring, ["soup", "rice"]))
