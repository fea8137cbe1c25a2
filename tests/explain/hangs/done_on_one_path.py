# DEADLOCK M34
"""`task_done` is skipped on one path; the results, in another queue, are still to be read."""

from multiprocessing import JoinableQueue, Process, Queue


def consume(tasks, results):
    while True:
        task = tasks.get()
        if task < 0:
            continue
        results.put(task)
        tasks.task_done()


def main():
    tasks, results = JoinableQueue(), Queue()
    consumers = [Process(target=consume, args=(tasks, results), daemon=True) for _ in range(2)]
    for consumer in consumers:
        consumer.start()
    for task in (1, -1, 2):
        tasks.put(task)
    tasks.join()
    return sorted(results.get() for _ in range(2))
