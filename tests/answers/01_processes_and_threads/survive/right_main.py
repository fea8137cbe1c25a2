# right
# a main function, and a function of the module that calls what it is handed
import runpy
from multiprocessing import Process


def cook(dish):
    print(dish, "is ready, cooked in", __name__)


def ring(count):
    print("dinner,", count, "dishes!")


def as_a_script():
    runpy.run_path(__file__, run_name="__main__")


import multiprocessing as mp


def call(function, argument):
    function(argument)


def started(function, argument):
    process = mp.Process(None, call, None, (function, argument))
    process.start()
    return process


def kitchen(cook, ring, dishes):
    codes = []
    for process in [started(cook, dish) for dish in dishes]:
        process.join()
        codes.append(process.exitcode)
    bell = started(ring, len(dishes))
    bell.join()
    return codes + [bell.exitcode]


def main():
    codes = kitchen(cook, ring, ["soup", "rice"])
    print(" ".join(map(str, codes)))


if __name__ == "__main__":
    main()
