"""wrong: what get has found may be old when it is written.

returns: {"a": 1}, {"a": 2}
only: spawn
"""

import threading


def count(words, counts):
    for word in words:
        counts[word] = counts.get(word, 0) + 1


def main():
    counts = {}
    workers = [threading.Thread(target=count, args=("a", counts)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return counts
