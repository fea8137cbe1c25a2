# DEADLOCK - rule 3
# a one-way pipe for each direction; both send first all the same
from multiprocessing import Pipe, Process



def swap(pack, names):
    pipes = [Pipe(duplex=False) for _ in range(4)]
    children = []
    for mine, other in ((0, 1), (1, 0)):
        args = pack, names[mine], pipes[mine][1], pipes[other][0], pipes[2 + mine][1]
        child = Process(target=trade, args=args)
        child.start()
        children.append(child)
    received = [pipes[2][0].recv(), pipes[3][0].recv()]
    for child in children:
        child.join()
    return received


def trade(pack, name, out, back, result):
    out.send(pack(name))
    result.send(back.recv())
