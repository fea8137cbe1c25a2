"""wrong: callbacks come in the order in which the tasks finish.

returns: [1, 4], [4, 1]
"""

from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def main():
    found = []
    with ProcessPoolExecutor(2) as executor:
        for n in [1, 2]:
            executor.submit(square, n).add_done_callback(lambda future: found.append(future.result()))
    return found
