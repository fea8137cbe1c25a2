# DEADLOCK -
"""A lock that is meant to be released by somebody else, who does not."""

from multiprocessing import Lock, Process


def finish(done):
    done.acquire()
    done.release()


def main():
    done = Lock()
    done.acquire()
    worker = Process(target=finish, args=(done,))
    worker.start()
    worker.join()
    done.release()
