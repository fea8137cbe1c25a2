"""wrong (M93): who is woken does not look again, and another was first.

returns: 0, -1
"""

from multiprocessing import Condition, Process, Value


def take(condition, stock, lowest):
    with condition:
        if stock.value == 0:
            condition.wait()
        stock.value -= 1
        lowest.value = min(lowest.value, stock.value)


def bring(condition, stock):
    for _ in range(2):
        with condition:
            stock.value += 1
            condition.notify_all()


def main():
    condition, stock, lowest = Condition(), Value("i", 0), Value("i", 0)
    workers = [Process(target=take, args=(condition, stock, lowest)) for _ in range(2)]
    workers.append(Process(target=bring, args=(condition, stock)))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return lowest.value
