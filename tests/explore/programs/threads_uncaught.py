"""right: what a thread does not catch goes to the program's hook, SystemExit too; nobody else notices.

returns: [["ValueError", "no", "worker"], ["SystemExit", "3", "worker"]]
only: spawn
"""

import sys
import threading

told = []


def hook(args):
    told.append([args.exc_type.__name__, str(args.exc_value), args.thread.name])


def fail():
    raise ValueError("no")


def leave():
    sys.exit(3)


def main():
    threading.excepthook = hook
    for target in (fail, leave):
        worker = threading.Thread(target=target, name="worker")
        worker.start()
        worker.join()
    return told
