"""right: a manager's process is one of the active children, and is counted among those that have names.

returns: [["Process-2", "SyncManager-1"], ["SyncManager-1"], []]
"""

from multiprocessing import Event, Manager, Process, active_children


def names():
    return sorted(child.name for child in active_children())


def main():
    manager, event = Manager(), Event()
    worker = Process(target=event.wait)
    worker.start()
    seen = [names()]
    event.set()
    worker.join()
    seen.append(names())
    manager.shutdown()
    return [*seen, names()]
