"""right: generators are coroutines without a loop: send, close, yield from.

only: spawn
returns: ([1, 3, 6], "closed", 5)
"""


def add_up(log):
    total = 0
    try:
        while True:
            total += yield total
    finally:
        log.append("closed")


def inner():
    received = yield "ready"
    return received + 1


def outer(results):
    results.append((yield from inner()))
    yield "done"


def main():
    log, results = [], []
    adder = add_up(log)
    next(adder)
    totals = [adder.send(number) for number in (1, 2, 3)]
    adder.close()
    both = outer(results)
    next(both)
    both.send(4)
    return totals, log[0], results[0]
