"""wrong (M30): nothing in time does not mean that nothing will come.

returns: None, 1
"""

from multiprocessing import Process, Queue
from queue import Empty


def produce(queue):
    queue.put(1)


def main():
    queue = Queue()
    producer = Process(target=produce, args=(queue,))
    producer.start()
    try:
        found = queue.get(timeout=0.06)
    except Empty:
        found = None
    producer.join()
    return found
