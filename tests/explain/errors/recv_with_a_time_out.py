# CRASH M44
"""recv is asked to wait for a second at most."""

from multiprocessing import Pipe


def main():
    ours, _ = Pipe()
    return ours.recv(timeout=1)
