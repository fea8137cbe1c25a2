# CRASH M114
"""An array is read whose block is closed: its memory is gone."""

import os
import signal
from multiprocessing.shared_memory import SharedMemory


def frombuffer(data):
    os.kill(os.getpid(), signal.SIGSEGV)  # as reading such an array may end the process


def main():
    block = SharedMemory(create=True, size=8)
    return frombuffer(block.buf)
