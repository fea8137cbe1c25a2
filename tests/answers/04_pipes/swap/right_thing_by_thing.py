# right
# they take turns, thing by thing; each message says whether there is another
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
    to_send, received = list(pack(name)), []
    speaks, mine, theirs = place == 0, True, True
    while mine or theirs:
        if speaks and mine:
            mine = bool(to_send)
            end.send([to_send.pop(0)] if mine else [])
        elif not speaks and theirs:
            message = end.recv()
            theirs = bool(message)
            received += message
        speaks = not speaks
    writer.send(received)
