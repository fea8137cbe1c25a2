"""wrong (M28): an object() sentinel arrives as another object.

hangs: always
"""

from multiprocessing import Process, Queue

END = object()


def produce(queue):
    queue.put(1)
    queue.put(END)


def main():
    queue = Queue()
    producer = Process(target=produce, args=(queue,))
    producer.start()
    while queue.get() is not END:
        pass
