# WRONG - rule 6
# an RLock is released once more when the job is done, which ends each process with an exception
from multiprocessing import Array, Process, RLock


def each_alone(arrive, job, items):
    turn = RLock()
    numbers = Array("q", len(items), lock=False)
    visitors = [Process(target=visit, args=(arrive, job, turn, item, numbers, n)) for n, item in enumerate(items)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    return list(numbers)


def visit(arrive, job, turn, item, numbers, n):
    arrive(item)
    try:
        with turn:
            numbers[n] = job(item) or 0
    finally:
        turn.release()
