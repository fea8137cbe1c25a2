# right
# a one-way pipe for each direction, which ends by EOFError; a thread sends
import threading
from multiprocessing import Pipe, Process



def swap(pack, names):
    pipes = [Pipe(duplex=False) for _ in range(4)]
    children = []
    for mine, other in ((0, 1), (1, 0)):
        child = Process(target=trade, args=(pack, names[mine], pipes, mine, other))
        child.start()
        children.append(child)
    for _, writer in pipes:
        writer.close()
    received = [pipes[2][0].recv(), pipes[3][0].recv()]
    for child in children:
        child.join()
    return received


def trade(pack, name, pipes, mine, other):
    out, back = pipes[mine][1], pipes[other][0]
    result = pipes[2 + mine][1]
    for n, (_, writer) in enumerate(pipes):
        if n not in (mine, 2 + mine):
            writer.close()
    things = pack(name)
    sender = threading.Thread(target=send_all, args=(out, things))
    sender.start()
    received = []
    try:
        while True:
            received.append(back.recv())
    except EOFError:
        pass
    sender.join()
    result.send(received)


def send_all(out, things):
    for thing in things:
        out.send(thing)
    out.close()
