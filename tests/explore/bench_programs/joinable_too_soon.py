"""wrong: a daemon reports an item done before its result is there; found with one preemption.

returns: True, False
"""

from multiprocessing import Array, JoinableQueue, Process


def work(queue, squares):
    while True:
        item = queue.get()
        queue.task_done()
        squares[item - 1] = item * item


def main():
    queue, squares = JoinableQueue(), Array("i", 3, lock=False)
    for _ in range(2):
        Process(target=work, args=(queue, squares), daemon=True).start()
    for item in (1, 2, 3):
        queue.put(item)
    queue.join()
    return squares[:] == [1, 4, 9]
