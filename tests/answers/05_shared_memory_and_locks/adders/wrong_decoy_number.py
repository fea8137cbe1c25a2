# WRONG - rule 3
# The shared number is kept well, but what is returned is the parent's own sum over pipes.
from multiprocessing import Pipe, Process, Value


def adder(fetch, name, total, end):
    amount = sum(fetch(name))
    with total.get_lock():
        total.value += amount
    end.send(amount)
    end.close()


def add_up(fetch, names):
    total = Value("q", 0)
    processes, ends = [], []
    for name in names:
        receiver, sender = Pipe(duplex=False)
        processes.append(Process(target=adder, args=(fetch, name, total, sender)))
        ends.append(receiver)
    for process in processes:
        process.start()
    result = sum(end.recv() for end in ends)
    for process in processes:
        process.join()
    return result
