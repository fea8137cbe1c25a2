# RACE - rule 4
# the result has first what comes first
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def swap(pack, names):
    ends = Pipe()
    readers, children = [], []
    for place, name in enumerate(names):
        reader, writer = Pipe(duplex=False)
        child = Process(target=trade, args=(pack, name, ends[place], place, writer))
        child.start()
        readers.append(reader)
        children.append(child)
    received = []
    while readers:
        for reader in wait(readers):
            received.append(reader.recv())
            readers.remove(reader)
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
    end.send(len(things))
    for thing in things:
        end.send(thing)


def receive_all(end):
    return [end.recv() for _ in range(end.recv())]
