"""right: what a thread does not catch goes to the hook; nobody else notices.

returns: [["ValueError", "no", "worker"]]
only: spawn
"""

import threading

told = []


def hook(args):
    told.append([args.exc_type.__name__, str(args.exc_value), args.thread.name])


def fail():
    raise ValueError("no")


def main():
    threading.excepthook = hook
    for target in (fail, exit):
        worker = threading.Thread(target=target, name="worker")
        worker.start()
        worker.join()
    return told
