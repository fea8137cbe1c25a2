# WRONG - rule 1
# never more than four at once
from multiprocessing import Process


def do_all(job, names):
    for start in range(0, len(names), 4):
        children = [Process(target=job, args=(name,)) for name in names[start : start + 4]]
        for child in children:
            child.start()
        for child in children:
            child.join()
