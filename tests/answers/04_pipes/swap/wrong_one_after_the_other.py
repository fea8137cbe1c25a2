# WRONG - rule 1
# the second packs only when the first has sent its things
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
    if place == 0:
        end.send(pack(name))
        received = end.recv()
    else:
        received = end.recv()
        end.send(pack(name))
    writer.send(received)
