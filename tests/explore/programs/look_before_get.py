"""wrong: another may empty the queue between empty() and get().

returns: 1
hangs: sometimes
"""

from multiprocessing import Process, SimpleQueue, Value


def take(queue, taken):
    if not queue.empty():
        queue.get()
        with taken.get_lock():
            taken.value += 1


def main():
    queue, taken = SimpleQueue(), Value("i", 0)
    queue.put("x")
    workers = [Process(target=take, args=(queue, taken)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return taken.value
