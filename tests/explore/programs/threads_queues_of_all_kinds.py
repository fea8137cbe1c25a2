"""right: the orders of queues, and the errors of those that are full, empty or asked wrongly.

returns: [[1, 2], [2, 1], [0, 1, 2], ["Full", "Full", "Empty", "Empty", "ValueError"], [2, True, False, 0]]
only: spawn
"""

import queue


def error(call, *args):
    try:
        call(*args)
    except Exception as error:
        return type(error).__name__


def main():
    plain, last, least = queue.Queue(2), queue.LifoQueue(), queue.PriorityQueue()
    for number in (1, 2):
        plain.put(number)
        last.put(number)
        least.put(3 - number)
    least.put(0)
    size = [plain.qsize(), plain.full(), plain.empty(), queue.SimpleQueue().qsize()]
    errors = [error(plain.put, 3, False), error(plain.put, 3, True, 0.01)]
    orders = [[each.get() for _ in range(n)] for each, n in ((plain, 2), (last, 2), (least, 3))]
    errors += [error(plain.get_nowait), error(plain.get, True, 0.01), error(plain.get, True, -1)]
    return [*orders, errors, size]
