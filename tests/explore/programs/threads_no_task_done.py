"""wrong (M34): without task_done join waits for ever.

hangs: always
only: spawn
"""

import queue
import threading


def consume(items):
    while True:
        items.get()


def main():
    items = queue.Queue()
    threading.Thread(target=consume, args=(items,), daemon=True).start()
    items.put(1)
    items.join()
