"""right: the pool of a context.

returns: [1, 4]
"""

import multiprocessing
import multiprocessing.pool


def square(n):
    return n * n


def main():
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool, multiprocessing.pool.Pool(1, context=context) as other:
        return [pool.apply(square, (1,)), other.apply(square, (2,))]
