"""right: bytes go as they are.

returns: b'abc'
"""

from multiprocessing import Pipe, Process


def work(end):
    end.send_bytes(b"xabcx", 1, 3)


def main():
    here, there = Pipe()
    worker = Process(target=work, args=(there,))
    worker.start()
    data = here.recv_bytes()
    worker.join()
    return data
