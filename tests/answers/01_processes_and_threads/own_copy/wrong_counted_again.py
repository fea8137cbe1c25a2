# WRONG - rule 1
# children count, and then the parent counts for itself
from multiprocessing import Process


def count_all(count, names):
    children = [Process(target=count, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [count(name) for name in names]
