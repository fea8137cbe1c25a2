"""right: an exception can be asked for.

returns: ("_RemoteTraceback", None)
"""

from concurrent.futures import ProcessPoolExecutor


def work(n):
    if not n:
        raise ValueError("none")


def main():
    with ProcessPoolExecutor(2) as executor:
        failed, fine = executor.submit(work, 0), executor.submit(work, 1)
        return type(failed.exception().__cause__).__name__, fine.exception()
