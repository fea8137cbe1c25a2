"""right: one append is one step, whoever is first.

returns: 4
only: spawn
"""

import threading


def work(found):
    for k in range(2):
        found.append(k)


def main():
    found = []
    workers = [threading.Thread(target=work, args=(found,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return len(found)
