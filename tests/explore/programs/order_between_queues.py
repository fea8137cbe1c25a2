"""wrong (M33): what is put first need not arrive first.

returns: [], ['a']
"""

from multiprocessing import Event, Process, Queue
from queue import Empty


def produce(queue, told):
    queue.put("a")
    told.set()


def main():
    queue, told = Queue(), Event()
    producer = Process(target=produce, args=(queue, told))
    producer.start()
    told.wait()
    try:
        found = [queue.get_nowait()]
    except Empty:
        found = []
    producer.join()
    return found
