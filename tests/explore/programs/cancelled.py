"""wrong (M36): cancel_join_thread loses what was not yet sent.

hangs: always
"""

from multiprocessing import Process, Queue


def produce(queue):
    queue.put("x" * 1_000_000)
    queue.cancel_join_thread()


def main():
    queue = Queue()
    producer = Process(target=produce, args=(queue,))
    producer.start()
    producer.join()
    queue.get()
