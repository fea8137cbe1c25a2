# right
# one message for all the things, in turn; the results come back through a queue
from multiprocessing import Pipe, Process, Queue


def swap(pack, names):
    first, second = Pipe()
    results = Queue()
    children = [
        Process(target=begin, args=(pack, names[0], first, results)),
        Process(target=answer, args=(pack, names[1], second, results)),
    ]
    for child in children:
        child.start()
    received = dict(results.get() for _ in children)
    for child in children:
        child.join()
    return [received[name] for name in names]


def begin(pack, name, end, results):
    end.send(pack(name))
    results.put((name, end.recv()))


def answer(pack, name, end, results):
    things = pack(name)
    results.put((name, end.recv()))
    end.send(things)
