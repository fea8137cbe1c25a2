# WRONG - rule 4
# a result None says that a child has come to its end
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def listen(work, parts):
    names, children = {}, []
    for name, mine in parts.items():
        reader, writer = Pipe(duplex=False)
        child = Process(target=do, args=(writer, work, mine))
        child.start()
        writer.close()
        names[reader] = name
        children.append(child)
    results = []
    while names:
        for reader in wait(list(names)):
            try:
                thing = reader.recv()
            except EOFError:
                thing = None
            if thing is None:
                del names[reader]
            else:
                results.append((names[reader], thing))
    for child in children:
        child.join()
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
