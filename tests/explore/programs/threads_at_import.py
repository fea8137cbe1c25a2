"""wrong: a thread that is started while the module is imported may find a name not there yet.

returns: ["x", 1], ["NameError"]
only: spawn
"""

import threading

found = []


def look():
    try:
        found.extend(["x", late])
    except NameError as error:
        found.append(type(error).__name__)


worker = threading.Thread(target=look)
worker.start()
late = 1


def main():
    worker.join()
    return found
