"""wrong (M57): the first error of a map is raised where its result is read; the rest is lost.

returns: [5, "none"]
"""

from concurrent.futures import ProcessPoolExecutor


def work(n):
    if not n:
        raise ValueError("none")
    return n


def main():
    found = []
    with ProcessPoolExecutor(2) as executor:
        try:
            for result in executor.map(work, [5, 0, 7]):
                found.append(result)
        except ValueError as error:
            found.append(str(error))
    return found
