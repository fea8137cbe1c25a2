"""wrong (M19): who is killed in get may take the queue's lock with it.

returns: 1
hangs: sometimes
"""

from multiprocessing import Process, Queue


def consume(queue):
    queue.get()


def main():
    queue = Queue()
    worker = Process(target=consume, args=(queue,))
    worker.start()
    worker.terminate()
    worker.join()
    queue.put(1)
    return queue.get()
