"""Two children throw the same dice, NumPy's."""

import multiprocessing
import sys

import numpy

dice = numpy.random.default_rng()


def throw(answers):
    answers.put(f"{dice.random():.4f}")


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    answers = context.SimpleQueue()
    for _ in range(2):
        child = context.Process(target=throw, args=(answers,))
        child.start()
        child.join()
    print(answers.get(), answers.get())
