"""wrong (M91): a bare except hides the real error, and the worker goes on for ever.

hangs: always
"""

from multiprocessing import Process, Queue


def work(queue):
    while True:
        try:
            item = queue.get()
            if item + 1 is None:
                break
        except:  # noqa: E722
            pass


def main():
    queue = Queue()
    worker = Process(target=work, args=(queue,))
    worker.start()
    queue.put(None)
    worker.join()
