"""right: who is woken looks again.

returns: 0
only: spawn
"""

import threading


def take(condition, stock, lowest):
    with condition:
        condition.wait_for(lambda: stock)
        stock.pop()
        lowest.append(len(stock))


def bring(condition, stock):
    for _ in range(2):
        with condition:
            stock.append(1)
            condition.notify()


def main():
    condition, stock, lowest = threading.Condition(threading.Lock()), [], []
    workers = [threading.Thread(target=take, args=(condition, stock, lowest)) for _ in range(2)]
    workers.append(threading.Thread(target=bring, args=(condition, stock)))
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return min(lowest)
