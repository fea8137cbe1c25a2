"""right: two producers and two consumers with room for one item.

returns: 6
"""

from multiprocessing import Process, Queue, Value


def produce(item, items):
    items.put(item)
    items.put(2 * item)


def consume(items, total):
    for _ in range(2):
        item = items.get()
        with total.get_lock():
            total.value += item


def main():
    items, total = Queue(1), Value("i", 0)
    workers = [Process(target=produce, args=(1, items)) for _ in range(2)]
    workers += [Process(target=consume, args=(items, total)) for _ in range(2)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    return total.value
