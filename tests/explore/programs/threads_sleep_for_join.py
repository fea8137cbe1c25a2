"""wrong (M117): a sleep orders nothing.

returns: [], [1]
only: spawn
"""

import threading
import time


def work(found):
    time.sleep(0.001)
    found.append(1)


def main():
    found = []
    threading.Thread(target=work, args=(found,)).start()
    time.sleep(1)
    return list(found)
