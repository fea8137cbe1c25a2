"""wrong: a dict grows while it is gone through.

returns: ["a"], ["a", "b"], "RuntimeError"
only: spawn
"""

import threading


def main():
    table = {"a": 1}

    def grow():
        table["b"] = 2

    worker = threading.Thread(target=grow)
    worker.start()
    found = []
    try:
        for key in table:
            found.append(key)
    except RuntimeError as error:
        found = type(error).__name__
    worker.join()
    return found
