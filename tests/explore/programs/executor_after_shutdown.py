"""wrong: after shutdown nothing is taken any more.

raises: RuntimeError
"""

from concurrent.futures import ProcessPoolExecutor


def main():
    with ProcessPoolExecutor(1) as executor:
        pass
    return executor.submit(abs, -1).result()
