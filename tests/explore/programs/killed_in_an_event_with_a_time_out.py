"""wrong (M107): others that wait for the event hang, too, time-out or not.

returns: True, False
hangs: sometimes
"""

import time
from multiprocessing import Event, Process


def tell(event):
    time.sleep(0.4)
    event.set()


def main():
    event = Event()
    worker = Process(target=event.wait)
    worker.start()
    time.sleep(0.6)
    worker.kill()
    worker.join()
    teller = Process(target=tell, args=(event,))
    teller.start()
    found = event.wait(1)
    teller.join()
    return found
