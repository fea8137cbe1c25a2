"""wrong: which thread comes first is not settled.

returns: [1, 2], [2, 1]
"""

from multiprocessing.dummy import Pool

seen = []


def note(n):
    seen.append(n)


def main():
    with Pool(2) as pool:
        pool.map(note, [1, 2], chunksize=1)
    return seen
