"""wrong (M52): who leaves early keeps the lock.

returns: 1
hangs: sometimes
only: spawn
"""

import threading

lock = threading.Lock()


def work(names, name):
    lock.acquire()
    if name == "b":
        return
    names.append(name)
    lock.release()


def main():
    names = []
    workers = [threading.Thread(target=work, args=(names, name), daemon=True) for name in "ab"]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return len(names)
