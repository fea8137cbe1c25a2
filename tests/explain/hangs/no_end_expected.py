# DEADLOCK -
"""The reader waits for a message that tells it to stop, and not for the end of the pipe."""

from multiprocessing import Pipe, Process


def serve(end):
    while True:
        try:
            question = end.recv()
        except Exception:
            continue
        if question is None:
            break
        end.send(question + 1)


def main():
    here, there = Pipe()
    server = Process(target=serve, args=(there,), name="server")
    server.start()
    here.send(1)
    here.recv()
    server.join()
