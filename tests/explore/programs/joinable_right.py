"""right: every item is reported done.

returns: 3
"""

from multiprocessing import JoinableQueue, Process, Value


def work(queue, total):
    while (item := queue.get()) is not None:
        total.value += item
        queue.task_done()
    queue.task_done()


def main():
    queue, total = JoinableQueue(), Value("i", 0)
    worker = Process(target=work, args=(queue, total))
    worker.start()
    for item in (1, 2, None):
        queue.put(item)
    queue.join()
    worker.join()
    return total.value
