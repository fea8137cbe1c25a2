# WRONG - rule 1
# Starts four processes, joins them, starts the next four: with five names or more, fetch waits for names that nobody has started, for ever.
from multiprocessing import Process, Value


def add_own(fetch, name, total):
    own = sum(fetch(name))
    with total.get_lock():
        total.value += own


def add_up(fetch, names):
    """Return the total of the numbers of all names; each name's are added by a process of its own."""
    total = Value("q", 0)
    for begin in range(0, len(names), 4):
        processes = [Process(target=add_own, args=(fetch, name, total)) for name in names[begin:begin + 4]]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
    return total.value
