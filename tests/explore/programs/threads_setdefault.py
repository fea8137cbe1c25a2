"""right: setdefault makes one list for both, in one step.

returns: [1, 2]
only: spawn
"""

import threading


def note(groups, number):
    groups.setdefault("all", []).append(number)


def main():
    groups = {}
    workers = [threading.Thread(target=note, args=(groups, number)) for number in (1, 2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(groups["all"])
