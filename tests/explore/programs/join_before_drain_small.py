"""wrong (M22), but small data fit into the pipe.

returns: 'x'
"""

from multiprocessing import Process, Queue


def produce(queue):
    queue.put("x")


def main():
    queue = Queue()
    producer = Process(target=produce, args=(queue,))
    producer.start()
    producer.join()
    return queue.get()
