"""wrong (M89): each thread sets a global to 0, as if it had a copy of its own.

returns: [1, 2], [2, 2], [2, 3], [2, 4], [3, 3]
only: spawn
"""

import threading
import time

done = 0


def work(found):
    global done
    done = 0
    for _ in range(2):
        seen = done
        time.sleep(0.01)
        done = seen + 1
    found.append(done)


def main():
    found = []
    workers = [threading.Thread(target=work, args=(found,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return sorted(found)
