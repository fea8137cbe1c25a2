"""wrong (M93): who is woken does not look again, and another was first.

returns: 0, -1
only: spawn
"""

import threading


def take(condition, stock, lowest):
    with condition:
        if stock[0] == 0:
            condition.wait()
        stock[0] -= 1
        lowest.append(stock[0])


def bring(condition, stock):
    for _ in range(2):
        with condition:
            stock[0] += 1
            condition.notify_all()


def main():
    condition, stock, lowest = threading.Condition(), [0], []
    workers = [threading.Thread(target=take, args=(condition, stock, lowest)) for _ in range(2)]
    workers.append(threading.Thread(target=bring, args=(condition, stock)))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return min(lowest)
