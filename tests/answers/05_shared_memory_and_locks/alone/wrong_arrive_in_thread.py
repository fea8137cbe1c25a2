# RACE - rule 2
# arrive runs in a thread beside, so the turn doesn't wait for its return.
from multiprocessing import Array, Lock, Process
from threading import Thread


def work(arrive, job, item, slots, place, lock):
    call = Thread(target=arrive, args=(item,))
    call.start()
    with lock:
        try:
            slots[place] = job(item) or 0
        except Exception:
            slots[place] = 0
    call.join()


def each_alone(arrive, job, items):
    lock, slots = Lock(), Array("q", len(items), lock=False)
    crew = []
    for place, item in enumerate(items):
        crew.append(Process(target=work, args=(arrive, job, item, slots, place, lock)))
    for member in crew:
        member.start()
    for member in crew:
        member.join()
    return slots[:]
