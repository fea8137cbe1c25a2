"""wrong: a call that nobody waits for yet is lost.

returns: "woken"
hangs: sometimes
only: spawn
"""

import threading


def wait(condition):
    with condition:
        condition.wait()


def main():
    condition = threading.Condition()
    worker = threading.Thread(target=wait, args=(condition,), daemon=True)
    worker.start()
    with condition:
        condition.notify()
    worker.join()
    return "woken"
