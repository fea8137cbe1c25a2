# RACE - rule 4
# who has ended is taken out before his last results are read
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def listen(work, parts):
    names, ends, children = {}, {}, []
    for name, mine in parts.items():
        reader, writer = Pipe(duplex=False)
        child = Process(target=do, args=(writer, work, mine))
        child.start()
        writer.close()
        names[reader] = name
        ends[child.sentinel] = reader
        children.append(child)
    results = []
    while names:
        for ready in wait([*names, *ends]):
            if ready in ends:
                names.pop(ends.pop(ready), None)
            elif ready in names:
                try:
                    results.append((names[ready], ready.recv()))
                except EOFError:
                    del names[ready]
    for child in children:
        child.join()
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
