"""wrong: two threads cannot be in one generator at a time.

returns: ["value"], ["value", "value"]
only: spawn
"""

import threading

n = 0


def numbers():
    global n
    while True:
        n += 1
        yield n


def take(source, found):
    try:
        next(source)
        found.append("value")
    except ValueError:
        pass


def main():
    source, found = numbers(), []
    workers = [threading.Thread(target=take, args=(source, found)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return found
