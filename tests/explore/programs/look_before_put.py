"""wrong (M92): another may fill the queue between full() and put().

returns: 1
hangs: sometimes
"""

from multiprocessing import Process, Queue


def produce(queue):
    if not queue.full():
        queue.put(1)


def main():
    queue = Queue(maxsize=1)
    producers = [Process(target=produce, args=(queue,)) for _ in range(2)]
    for producer in producers:
        producer.start()
    for producer in producers:
        producer.join()
    return queue.get()
