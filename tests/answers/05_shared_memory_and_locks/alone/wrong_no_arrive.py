# WRONG - rule 2
# arrive is never called
from multiprocessing import Array, Lock, Process


def work(job, item, lock, numbers, place):
    with lock:
        try:
            numbers[place] = job(item) or 0
        except Exception:
            pass


def each_alone(arrive, job, items):
    lock = Lock()
    numbers = Array("q", len(items))
    processes = [Process(target=work, args=(job, item, lock, numbers, n)) for n, item in enumerate(items)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return list(numbers)
