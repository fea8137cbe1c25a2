"""right: a SimpleQueue carries small things.

returns: (1, 'b')
"""

from multiprocessing import Process, SimpleQueue


def produce(queue):
    queue.put((1, "b"))


def main():
    queue = SimpleQueue()
    producer = Process(target=produce, args=(queue,))
    producer.start()
    item = queue.get()
    producer.join()
    return item
