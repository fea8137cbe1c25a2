"""wrong: who has written reads what another one has written since.

returns: [1, 2], [2, 2]
only: spawn
"""

import threading
import time

last = 0
lock = threading.Lock()


def draw(found):
    global last
    with lock:
        last += 1
    time.sleep(0.01)
    found.append(last)


def main():
    found = []
    workers = [threading.Thread(target=draw, args=(found,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(found)
