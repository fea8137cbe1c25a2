"""wrong (M04): a lambda cannot be sent to a worker; its future says so.

raises: AttributeError PicklingError
"""

from concurrent.futures import ProcessPoolExecutor


def main():
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(lambda n: n * n, 2).result()
