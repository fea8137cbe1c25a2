# RACE - rule 3
# a semaphore is released in the error path and again by finally, so after an error two may enter
from multiprocessing import Array, Process, Semaphore


def work(arrive, job, item, lock, numbers, place):
    arrive(item)
    lock.acquire()
    try:
        numbers[place] = job(item) or 0
    except Exception:
        lock.release()
    finally:
        lock.release()


def each_alone(arrive, job, items):
    lock = Semaphore(1)
    numbers = Array("q", len(items))
    processes = [Process(target=work, args=(arrive, job, item, lock, numbers, n)) for n, item in enumerate(items)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(numbers)
