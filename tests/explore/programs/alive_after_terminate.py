"""wrong: right after terminate a process may still be alive.

returns: True, False
"""

from multiprocessing import Event, Process


def main():
    worker = Process(target=Event().wait)
    worker.start()
    worker.terminate()
    seen = worker.is_alive()
    worker.join()
    return seen
