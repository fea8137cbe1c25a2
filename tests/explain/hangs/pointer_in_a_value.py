# DEADLOCK M110
"""A Value holds an address, which points nowhere in another process: there the read ends it."""

import ctypes
import os
import signal
from multiprocessing import Process, SimpleQueue, Value


def read(text, results):
    os.kill(os.getpid(), signal.SIGSEGV)  # as `text.value` may end it
    results.put(text.value)


def main():
    results, text = SimpleQueue(), Value(ctypes.c_char_p, b"hello")
    worker = Process(target=read, args=(text, results), name="reader")
    worker.start()
    return results.get()
