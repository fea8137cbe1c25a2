# WRONG - rule 3
# the exit code brings the number home, but holds no more than 255
import sys
from multiprocessing import Process


def look(count, name):
    sys.exit(count(name))


def count_all(count, names):
    children = [Process(target=look, args=(count, name)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [child.exitcode for child in children]
