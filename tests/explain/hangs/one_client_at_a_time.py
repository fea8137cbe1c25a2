# DEADLOCK -
"""A server serves one guest to the end before it accepts the next; the guests wait for each other."""

import multiprocessing
from multiprocessing.connection import Client, Listener


def serve(pipe):
    with Listener(("localhost", 0), authkey=b"k") as listener:
        pipe.send(listener.address)
        for _ in range(2):
            with listener.accept() as connection:
                try:
                    while True:
                        connection.send(connection.recv())
                except EOFError:
                    pass


def visit(address, both):
    with Client(address, authkey=b"k") as connection:
        both.wait()
        connection.send("hi")
        connection.recv()


def main():
    ours, theirs = multiprocessing.Pipe()
    both = multiprocessing.Barrier(2)
    server = multiprocessing.Process(target=serve, args=(theirs,), name="server")
    server.start()
    address = ours.recv()
    guests = [multiprocessing.Process(target=visit, args=(address, both)) for _ in range(2)]
    for guest in guests:
        guest.start()
    for process in [*guests, server]:
        process.join()
    return "served"
