# DEADLOCK - spawn forkserver
"""A program waits until it has no child process: one of Python's own stays."""

import multiprocessing
import os


def encode(track, results):
    results.put(track)


def main():
    results = multiprocessing.SimpleQueue()
    for track in ("one", "two"):
        multiprocessing.Process(target=encode, args=(track, results)).start()
    done = 0
    while True:
        try:
            os.wait()
            done += 1
        except ChildProcessError:
            break
    return done, sorted([results.get(), results.get()])
