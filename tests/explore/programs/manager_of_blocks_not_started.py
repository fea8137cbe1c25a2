"""right: a SharedMemoryManager is to be started, once.

returns: ["ValueError", "AttributeError", "Already started server", "Manager has shut down", True]
"""

from multiprocessing import ProcessError
from multiprocessing.managers import SharedMemoryManager


def told(action, text=False):
    try:
        action()
    except (ProcessError, ValueError, AttributeError, OSError) as error:
        return str(error) if text else type(error).__name__


def main():
    manager = SharedMemoryManager()
    found = [told(lambda: manager.SharedMemory(4)), told(lambda: manager.shutdown())]
    manager.start()
    found.append(told(manager.start, True))
    manager.shutdown()
    found.extend([told(manager.start, True), told(lambda: manager.SharedMemory(4)) == "FileNotFoundError"])
    return found
