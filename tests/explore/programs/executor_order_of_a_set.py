"""wrong: the futures that are done come in a set, which has no order.

returns: [1, 4], [4, 1]
"""

from concurrent.futures import ThreadPoolExecutor, wait


def main():
    with ThreadPoolExecutor(1) as executor:
        futures = [executor.submit(pow, n, 2) for n in [1, 2]]
        done, _ = wait(futures)
        return [future.result() for future in done]
