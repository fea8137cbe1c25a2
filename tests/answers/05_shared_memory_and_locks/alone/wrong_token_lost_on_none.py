# DEADLOCK - rule 4
# The turn is handed on after a number and after an exception, but not after None: those behind wait for ever when a job other than the last returns None.
from multiprocessing import Process, Semaphore, Value


def each_alone(arrive, job, items):
    """Return job(item) for each item, 0 where it gives None or raises; no two jobs work at once."""
    tokens = [Semaphore(0) for _ in range(len(items) + 1)]
    numbers = [Value("q", 0) for _ in items]
    processes = [
        Process(target=link, args=(arrive, job, item, mine, following, number))
        for item, mine, following, number in zip(items, tokens, tokens[1:], numbers)
    ]
    tokens[0].release()
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [number.value for number in numbers]


def link(arrive, job, item, mine, following, number):
    arrive(item)
    mine.acquire()
    try:
        answer = job(item)
    except Exception:
        following.release()
        return
    if answer is None:
        return
    number.value = answer
    following.release()
