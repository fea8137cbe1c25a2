"""right: a two-way end that comes back is another object on the same pipe.

returns: [False, 3, True]
"""

from multiprocessing import Pipe, Process


def echo(end):
    end.send(end.recv())
    end.recv()


def main():
    here, there = Pipe()
    worker = Process(target=echo, args=(there,))
    worker.start()
    mine, other = Pipe()
    here.send(other)
    again = here.recv()
    again.send(3)
    result = [again is other, mine.recv(), not other.closed]
    here.send(None)
    worker.join()
    return result
