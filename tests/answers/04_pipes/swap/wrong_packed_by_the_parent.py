# WRONG - rule 1
# the parent packs for both
from multiprocessing import Pipe, Process



def swap(pack, names):
    ends = Pipe()
    readers, children = [], []
    packed = {}
    import threading

    packers = [threading.Thread(target=lambda name=name: packed.update({name: pack(name)})) for name in names]
    for packer in packers:
        packer.start()
    for packer in packers:
        packer.join()
    for place, name in enumerate(names):
        reader, writer = Pipe(duplex=False)
        child = Process(target=trade, args=(packed[name], ends[place], place, writer))
        child.start()
        readers.append(reader)
        children.append(child)
    received = [reader.recv() for reader in readers]
    for child in children:
        child.join()
    return received


def trade(things, end, place, writer):
    if place == 0:
        end.send(things)
    received = end.recv()
    if place == 1:
        end.send(things)
    writer.send(received)
