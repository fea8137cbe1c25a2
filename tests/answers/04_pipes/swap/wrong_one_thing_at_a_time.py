# DEADLOCK M42 rule 3
# each sends one thing and receives one; both send first
from multiprocessing import Pipe, Process


def swap(pack, names):
    ends = Pipe()
    readers, children = [], []
    for place, name in enumerate(names):
        reader, writer = Pipe(duplex=False)
        child = Process(target=trade, args=(pack, name, ends[place], place, writer))
        child.start()
        readers.append(reader)
        children.append(child)
    received = [reader.recv() for reader in readers]
    for child in children:
        child.join()
    return received


def trade(pack, name, end, place, writer):
    to_send, received, theirs = [[thing] for thing in pack(name)] + [[]], [], True
    while to_send or theirs:
        if to_send:
            end.send(to_send.pop(0))
        if theirs:
            message = end.recv()
            theirs = bool(message)
            received += message
    writer.send(received)
