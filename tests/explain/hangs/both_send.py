# DEADLOCK M42
"""Two peers both send first, more than the pipe holds."""

from multiprocessing import Pipe, Process


def peer(end):
    end.send("x" * 2_000_000)
    return len(end.recv())


def main():
    here, there = Pipe()
    worker = Process(target=peer, args=(there,))
    worker.start()
    size = peer(here)
    worker.join()
    return size
