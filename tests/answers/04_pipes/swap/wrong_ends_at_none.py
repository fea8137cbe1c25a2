# WRONG - rule 4
# a None says that there is nothing more
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
    things = pack(name)
    if place == 0:
        send_all(end, things)
    received = receive_all(end)
    if place == 1:
        send_all(end, things)
    writer.send(received)


def send_all(end, things):
    for thing in [*things, None]:
        end.send(thing)


def receive_all(end):
    return list(iter(end.recv, None))
