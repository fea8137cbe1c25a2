"""right: threads bring results, too, in the order of the items.

returns: [1, 4, 9]
"""

from concurrent.futures import ThreadPoolExecutor


def main():
    with ThreadPoolExecutor(2) as executor:
        return list(executor.map(lambda n: n * n, [1, 2, 3]))
