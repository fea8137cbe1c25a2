"""right: each worker writes its own element.

returns: [0, 1, 4]
"""

from multiprocessing import Array, Process


def work(squares, number):
    squares[number] = number**2


def main():
    squares = Array("i", 3)
    workers = [Process(target=work, args=(squares, n)) for n in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(squares)
