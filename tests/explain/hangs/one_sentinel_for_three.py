# DEADLOCK M26
"""Three consumers that iterate, one sentinel: one of the others reads, the other waits for its turn."""

from multiprocessing import Process, Queue


def consume(tasks, results):
    for task in iter(tasks.get, None):
        results.put(task * 2)


def main():
    tasks, results = Queue(), Queue()
    consumers = [Process(target=consume, args=(tasks, results)) for _ in range(3)]
    for consumer in consumers:
        consumer.start()
    for task in (1, 2, 3, None):
        tasks.put(task)
    found = sorted(results.get() for _ in range(3))
    for consumer in consumers:
        consumer.join()
    return found
