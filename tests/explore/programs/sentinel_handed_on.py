"""right: a consumer that takes the sentinel puts it back for the next.

returns: 2
"""

from multiprocessing import Process, SimpleQueue, Value


def consume(items, done):
    while items.get() is not None:
        pass
    items.put(None)
    with done.get_lock():
        done.value += 1


def main():
    items, done = SimpleQueue(), Value("i", 0)
    consumers = [Process(target=consume, args=(items, done)) for _ in range(2)]
    for consumer in consumers:
        consumer.start()
    items.put(1)
    items.put(None)
    for consumer in consumers:
        consumer.join()
    return done.value
