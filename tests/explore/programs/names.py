"""right: processes have names, given or made up.

returns: ['MainProcess', 'Process-1', 'saver', 'Process-1:1']
"""

from multiprocessing import Process, SimpleQueue, current_process


def tell(queue, again):
    queue.put(current_process().name)
    if again:
        child = Process(target=tell, args=(queue, False))
        child.start()
        child.join()


def main():
    queue, names = SimpleQueue(), [current_process().name]
    first = Process(target=tell, args=(queue, True))
    first.start()
    from_first = [queue.get(), queue.get()]
    first.join()
    second = Process(target=tell, args=(queue, False), name="saver")
    second.start()
    names += [from_first[0], queue.get(), from_first[1]]
    second.join()
    return names
