"""right: a timer calls, unless it is cancelled.

returns: ["a"]
only: spawn
"""

import threading


def main():
    found = []
    first = threading.Timer(0.01, found.append, args=["a"])
    second = threading.Timer(60, found.append, args=["b"])
    first.start()
    second.start()
    second.cancel()
    first.join()
    second.join()
    return found
