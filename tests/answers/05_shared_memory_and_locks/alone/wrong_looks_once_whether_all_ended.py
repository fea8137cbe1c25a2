# RACE - rule 6
# The parent waits for a barrier that all reach after their job, and lets daemons end when they like.
from multiprocessing import Array, Barrier, Process, Semaphore


def work(arrive, job, item, slots, place, gate, finish):
    arrive(item)
    gate.acquire()
    try:
        slots[place] = job(item) or 0
    except Exception:
        slots[place] = 0
    finally:
        gate.release()
    finish.wait()


def each_alone(arrive, job, items):
    gate, finish = Semaphore(1), Barrier(len(items) + 1)
    slots = Array("q", len(items))
    for place, item in enumerate(items):
        Process(target=work, args=(arrive, job, item, slots, place, gate, finish), daemon=True).start()
    finish.wait()
    return slots[:]
