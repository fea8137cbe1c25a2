"""wrong (M107): at the end the daemon is killed in its wait, and whoever sets the event then hangs.

returns: "ended"
hangs: sometimes
"""

import time
from multiprocessing import Event, Process


def tell(event):
    time.sleep(1.2)
    event.set()


def main():
    event = Event()
    Process(target=event.wait, daemon=True).start()
    Process(target=tell, args=(event,)).start()
    time.sleep(0.6)
    return "ended"
