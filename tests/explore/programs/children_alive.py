"""right: active_children are those that have not ended.

returns: [1, 0]
"""

from multiprocessing import Event, Process, active_children


def main():
    go = Event()
    worker = Process(target=go.wait)
    worker.start()
    before = len(active_children())
    go.set()
    worker.join()
    return [before, len(active_children())]
