"""right: an item that cannot be pickled is lost, and the feeder goes on with the next.

returns: [1, 0]
"""

from multiprocessing import Event, Process, Queue


def produce(queue, done):
    queue.put(lambda: 0)
    queue.put(1)
    done.wait()


def main():
    queue, done = Queue(), Event()
    producer = Process(target=produce, args=(queue, done))
    producer.start()
    item = queue.get()
    done.set()
    producer.join()
    return [item, producer.exitcode]
