"""right: the errors of starting and joining.

returns: ["RuntimeError", "RuntimeError", "RuntimeError", "RuntimeError"]
only: spawn
"""

import threading


def error(call):
    try:
        call()
    except Exception as error:
        return type(error).__name__


def main():
    thread = threading.Thread()
    found = [error(thread.join)]
    thread.start()
    found.append(error(thread.start))
    thread.join()
    found.append(error(threading.current_thread().join))
    found.append(error(lambda: setattr(thread, "daemon", True)))
    return found
