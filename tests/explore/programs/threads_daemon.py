"""wrong (M18): a daemon is ended with its process, wherever it is.

returns: [], [1]
only: spawn
"""

import threading


def main():
    found = []
    threading.Thread(target=found.append, args=(1,), daemon=True).start()
    return found
