"""wrong (M41): two who were sent the same end write into one pipe, in whatever order.

returns: ["a", "b"], ["b", "a"]
"""

from multiprocessing import Pipe, Process


def write(ends, word):
    ends.recv().send(word)


def main():
    reader, writer = Pipe(duplex=False)
    workers, starts = [], []
    for word in ("a", "b"):
        incoming, outgoing = Pipe(duplex=False)
        workers.append(Process(target=write, args=(incoming, word)))
        workers[-1].start()
        starts.append(outgoing)
    for outgoing in starts:
        outgoing.send(writer)
    found = [reader.recv(), reader.recv()]
    for worker in workers:
        worker.join()
    return found
