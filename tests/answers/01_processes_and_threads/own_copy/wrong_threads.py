# WRONG - rule 1
# threads share the dict, but are no processes
from threading import Thread

numbers = {}


def look(count, name):
    numbers[name] = count(name)


def count_all(count, names):
    threads = [Thread(target=look, args=(count, name)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [numbers[name] for name in names]
