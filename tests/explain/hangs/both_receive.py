# DEADLOCK -
"""Two peers both wait for the other to begin."""

from multiprocessing import Pipe, Process


def peer(end):
    end.recv()
    end.send(1)


def main():
    here, there = Pipe()
    worker = Process(target=peer, args=(there,), name="peer")
    worker.start()
    peer(here)
    worker.join()
