"""wrong: nobody comes through a barrier for nobody.

hangs: always
"""

from multiprocessing import Barrier


def main():
    return Barrier(0).wait()
