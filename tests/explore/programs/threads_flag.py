"""right: who looks again and again at a flag sees it in the end.

returns: "seen"
only: spawn
"""

import threading
import time

stop = False


def work(found):
    while not stop:
        time.sleep(0.001)
    found.append("seen")


def main():
    global stop
    found = []
    worker = threading.Thread(target=work, args=(found,))
    worker.start()
    stop = True
    worker.join()
    return found[0]
