# right
# both send by a thread, and receive meanwhile
import threading
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
    sender = threading.Thread(target=send_all, args=(end, things))
    sender.start()
    received = receive_all(end)
    sender.join()
    writer.send(received)


def send_all(end, things):
    end.send(len(things))
    for thing in things:
        end.send(thing)


def receive_all(end):
    return [end.recv() for _ in range(end.recv())]
