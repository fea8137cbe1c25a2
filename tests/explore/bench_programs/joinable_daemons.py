"""right: daemons work off a JoinableQueue; what is done is in the array before it is reported done.

returns: [1, 4, 9]
"""

from multiprocessing import Array, JoinableQueue, Process


def work(queue, squares):
    while True:
        item = queue.get()
        squares[item - 1] = item * item
        queue.task_done()


def main():
    queue, squares = JoinableQueue(), Array("i", 3, lock=False)
    for _ in range(2):
        Process(target=work, args=(queue, squares), daemon=True).start()
    for item in (1, 2, 3):
        queue.put(item)
    queue.join()
    return squares[:]
