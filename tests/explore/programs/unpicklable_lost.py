"""wrong (M31): put of a lambda raises nothing; the item is lost, and if the process is about
to end by then, what comes after it is lost as well.

returns: [1, 0]
hangs: sometimes
"""

from multiprocessing import Process, Queue


def produce(queue):
    queue.put(lambda: 0)
    queue.put(1)


def main():
    queue = Queue()
    producer = Process(target=produce, args=(queue,))
    producer.start()
    item = queue.get()
    producer.join()
    return [item, producer.exitcode]
