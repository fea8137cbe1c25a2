# right
# a thread for each pipe
import threading
from multiprocessing import Pipe, Process


def listen(work, parts):
    results, readers, children = [], [], []
    for name, mine in parts.items():
        reader, writer = Pipe(duplex=False)
        child = Process(target=do, args=(writer, work, mine))
        child.start()
        writer.close()
        children.append(child)
        readers.append(threading.Thread(target=read, args=(reader, name, results)))
    for each in readers:
        each.start()
    for each in readers + children:
        each.join()
    return results


def read(reader, name, results):
    while True:
        try:
            thing = reader.recv()
        except EOFError:
            return
        results.append((name, thing))


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
