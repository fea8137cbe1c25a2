"""right: who waits longest in a Condition is called first.

returns: ["a", "b"]
only: spawn
"""

import threading


def wait(condition, name, asleep, woken):
    with condition:
        asleep.append(name)
        condition.wait()
        woken.append(name)


def main():
    condition, asleep, woken = threading.Condition(), [], []
    workers = []
    for name in "ab":
        worker = threading.Thread(target=wait, args=(condition, name, asleep, woken))
        worker.start()
        workers.append(worker)
        while True:
            with condition:
                if name in asleep:
                    break
    for worker in workers:
        with condition:
            condition.notify()
        worker.join()
    return woken
