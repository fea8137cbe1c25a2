# WRONG - rule 3
# reads one pipe to its end, then the next
from multiprocessing import Pipe, Process


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
    for reader, name in names.items():
        try:
            while True:
                results.append((name, reader.recv()))
        except EOFError:
            pass
    for child in children:
        child.join()
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
