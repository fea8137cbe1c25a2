# CRASH -
"""A message was too long, and since then a two-way end can only send: that is another thing."""

import contextlib
from multiprocessing import Pipe


def main():
    ours, theirs = Pipe()
    theirs.send_bytes(b"too long")
    with contextlib.suppress(OSError):
        ours.recv_bytes(maxlength=4)
    return ours.recv_bytes()
