# DEADLOCK M42 rule 3
# both send all that they have, and receive then
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
    send_all(end, pack(name))
    writer.send(receive_all(end))


def send_all(end, things):
    end.send(len(things))
    for thing in things:
        end.send(thing)


def receive_all(end):
    return [end.recv() for _ in range(end.recv())]
