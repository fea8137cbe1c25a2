# DEADLOCK M115
"""The client wants a challenge, for it has a key; the listener has none and waits for a message."""

from multiprocessing import Pipe, Process
from multiprocessing.connection import Client, Listener


def serve(pipe):
    with Listener(("localhost", 0)) as listener:
        pipe.send(listener.address)
        with listener.accept() as connection:
            connection.send(connection.recv())


def main():
    ours, theirs = Pipe()
    server = Process(target=serve, args=(theirs,), name="server")
    server.start()
    with Client(ours.recv(), authkey=b"k") as connection:
        connection.send("hi")
        return connection.recv()
