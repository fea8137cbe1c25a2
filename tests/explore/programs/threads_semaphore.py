"""right: a semaphore of two lets no third one in.

returns: [True, True, False, True]
only: spawn
"""

import threading


def take(room, found):
    found.append(room.acquire(blocking=False))


def main():
    room, found = threading.BoundedSemaphore(2), []
    for _ in range(3):
        worker = threading.Thread(target=take, args=(room, found))
        worker.start()
        worker.join()
    room.release()
    return [*found, room.acquire(timeout=1)]
