"""right: any thread may release a Lock.

returns: "released"
only: spawn
"""

import threading


def main():
    lock = threading.Lock()
    lock.acquire()
    threading.Thread(target=lock.release).start()
    lock.acquire()
    return "released"
