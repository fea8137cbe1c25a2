"""right: what was submitted is done, though shutdown does not wait.

returns: 1
"""

from concurrent.futures import ProcessPoolExecutor


def main():
    executor = ProcessPoolExecutor(1)
    future = executor.submit(abs, -1)
    executor.shutdown(wait=False)
    return future.result()
