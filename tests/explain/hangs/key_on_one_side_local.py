# DEADLOCK M115
"""The same by a local socket."""

from multiprocessing import Pipe, Process
from multiprocessing.connection import Client, Listener


def serve(pipe):
    with Listener(family="AF_UNIX") as listener:
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
