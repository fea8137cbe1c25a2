"""wrong (M06): a list that is handed to a child is the child's own.

returns: [0, 0]
"""

from multiprocessing import Process


def work(squares, number):
    squares[number] = number + 1


def main():
    squares = [0] * 2
    workers = [Process(target=work, args=(squares, number)) for number in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return squares
