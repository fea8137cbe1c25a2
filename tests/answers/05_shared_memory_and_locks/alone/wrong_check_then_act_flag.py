# RACE - rule 3
# a hand-made lock: look whether the flag is free, then set it; two may see it free
import time
from multiprocessing import Array, Process, Value


def work(arrive, job, item, busy, numbers, place):
    arrive(item)
    while busy.value:
        time.sleep(0.01)
    busy.value = 1
    try:
        numbers[place] = job(item) or 0
    except Exception:
        pass
    busy.value = 0


def each_alone(arrive, job, items):
    busy = Value("i", 0)
    numbers = Array("q", len(items))
    processes = [Process(target=work, args=(arrive, job, item, busy, numbers, n)) for n, item in enumerate(items)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(numbers)
