# DEADLOCK M04 rule 3
# sends a function that gives the thing, which cannot be pickled
from multiprocessing import Pipe, Process


def swap(pack, names):
    ends = Pipe()
    readers, children = [], []
    for place, name in enumerate(names):
        reader, writer = Pipe(duplex=False)
        child = Process(target=trade, args=(pack, name, ends[place], place, writer))
        child.start()
        writer.close()
        readers.append(reader)
        children.append(child)
    received = [take(reader) for reader in readers]
    for child in children:
        child.join()
    return received


def take(reader):
    try:
        return reader.recv()
    except EOFError:
        return []


def trade(pack, name, end, place, writer):
    things = pack(name)
    if place == 0:
        end.send(lambda: things)
        received = end.recv()
    else:
        received = end.recv()()
        end.send(lambda: things)
    writer.send(received)
