# WRONG - rule 6
# asks for fork
import runpy
import multiprocessing


def cook(dish):
    print(dish, "is ready, cooked in", __name__)


def ring(count):
    print("dinner,", count, "dishes!")


def as_a_script():
    runpy.run_path(__file__, run_name="__main__")

Process = multiprocessing.get_context("fork").Process


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


if __name__ == "__main__":
    print(*kitchen(cook, ring, ["soup", "rice"]))
