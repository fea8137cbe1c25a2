"""right (M23): a manager's queue holds what it is given, however large.

returns: 200000
"""

from multiprocessing import Manager, Process


def produce(queue):
    queue.put("x" * 200_000)


def main():
    with Manager() as manager:
        queue = manager.Queue()
        producer = Process(target=produce, args=(queue,))
        producer.start()
        producer.join()
        return len(queue.get())
