"""wrong (M34): without task_done, join waits for ever.

hangs: always
"""

from multiprocessing import JoinableQueue, Process


def work(queue):
    queue.get()


def main():
    queue = JoinableQueue()
    worker = Process(target=work, args=(queue,))
    worker.start()
    queue.put(1)
    queue.join()
