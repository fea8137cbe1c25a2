"""right: a manager's condition, with a predicate on a list of the manager's.

returns: "soup"
"""

from multiprocessing import Manager, Process


def cook(condition, dishes):
    with condition:
        dishes.append("soup")
        condition.notify()


def main():
    with Manager() as manager:
        condition, dishes = manager.Condition(), manager.list()
        worker = Process(target=cook, args=(condition, dishes))
        worker.start()
        with condition:
            condition.wait_for(lambda: len(dishes) > 0)
        worker.join()
        return dishes.pop()
