# TIMEOUT - rule 5
# one who is at his end stays in the list, and is ready for ever
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
    left = list(names)
    while len(results) < sum(map(len, parts.values())):
        for reader in wait(left):
            try:
                results.append((names[reader], reader.recv()))
            except EOFError:
                pass
    for child in children:
        child.join()
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
