"""right: the same without a sleep between the looks.

returns: "seen"
only: spawn
"""

import threading


class Flag:
    up = False


def work(flag, found):
    while not flag.up:
        pass
    found.append("seen")


def main():
    flag, found = Flag(), []
    worker = threading.Thread(target=work, args=(flag, found))
    worker.start()
    flag.up = True
    worker.join()
    return found[0]
