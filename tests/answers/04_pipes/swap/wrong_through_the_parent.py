# WRONG - rule 2
# the parent receives all and passes it on
from multiprocessing import Pipe, Process



def swap(pack, names):
    children, ends = [], []
    for name in names:
        ours, theirs = Pipe()
        child = Process(target=trade, args=(pack, name, theirs))
        child.start()
        children.append(child)
        ends.append(ours)
    things = [end.recv() for end in ends]
    received = []
    for end, those in zip(ends, things[::-1], strict=True):
        end.send(those)
        received.append(end.recv())
    for child in children:
        child.join()
    return received


def trade(pack, name, end):
    end.send(pack(name))
    end.send(end.recv())
