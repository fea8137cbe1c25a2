"""wrong (M33): nothing orders what two threads append.

returns: ["a", "b"], ["b", "a"]
only: spawn
"""

import threading


def main():
    found = []
    workers = [threading.Thread(target=found.append, args=(name,)) for name in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return found
