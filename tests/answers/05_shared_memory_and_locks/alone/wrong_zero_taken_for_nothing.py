# DEADLOCK - rule 4
# A job that returns the number 0 counts as one that hasn't finished: no release.
from multiprocessing import Array, Process, Semaphore


def work(arrive, job, item, slots, place, gate):
    arrive(item)
    gate.acquire()
    number = 0
    try:
        number = job(item)
    except Exception:
        number = None
    if number is None:
        gate.release()
    elif number:
        slots[place] = number
        gate.release()


def each_alone(arrive, job, items):
    gate, slots = Semaphore(1), Array("q", len(items))
    processes = [Process(target=work, args=(arrive, job, item, slots, n, gate)) for n, item in enumerate(items)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return slots[:]
