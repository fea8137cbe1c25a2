"""right: what threads say of themselves.

returns: ["MainThread", "Thread-1", "Thread-2 (told)", "own", True, False, True, 1, ["MainThread"]]
only: spawn
"""

import os
import threading


def told(found):
    found.append(threading.current_thread().name)
    found.append(threading.main_thread().name)
    found.append(threading.get_ident() == threading.current_thread().ident)


def main():
    first, found = threading.Thread(), []
    second = threading.Thread(target=told, args=(found,))
    second.start()
    second.join()
    third = threading.Thread(name="own", daemon=True)
    assert found == ["Thread-2 (told)", "MainThread", True]
    assert threading.get_native_id() == os.getpid()
    return [
        threading.current_thread().name, first.name, second.name, third.name, third.daemon,
        second.is_alive(), threading.main_thread().is_alive(), threading.active_count(),
        [each.name for each in threading.enumerate()],
    ]  # fmt: skip
