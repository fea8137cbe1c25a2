"""wrong (M106): what is handed out cannot be cancelled, and that is more than what is at work.

returns: [True, True], [False, True], [True, False], [False, False]
"""

from concurrent.futures import ProcessPoolExecutor


def main():
    with ProcessPoolExecutor(1) as executor:
        futures = [executor.submit(abs, n) for n in [-1, -2]]
        return [future.cancel() for future in futures]
