"""wrong: the consumers add to the total without its lock; found with one preemption.

returns: 6, 5, 4, 3, 2, 1
"""

from multiprocessing import Process, Queue, Value


def produce(item, items):
    items.put(item)
    items.put(2 * item)


def consume(items, total):
    for _ in range(2):
        total.value += items.get()


def main():
    items, total = Queue(1), Value("i", 0)
    workers = [Process(target=produce, args=(1, items)) for _ in range(2)]
    workers += [Process(target=consume, args=(items, total)) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return total.value
