"""wrong: it was not empty when it was looked at, but another has taken the last one.

returns: 0, 1
only: spawn
"""

import threading


def take(items, failed):
    if items:
        try:
            items.pop()
        except IndexError:
            failed.append(1)


def main():
    items, failed = ["only"], []
    workers = [threading.Thread(target=take, args=(items, failed)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return len(failed)
