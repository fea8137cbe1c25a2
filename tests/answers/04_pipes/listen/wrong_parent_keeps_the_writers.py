# DEADLOCK M38 rule 5
# the parent has the writers open, so no end comes
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def listen(work, parts):
    names, children, kept = {}, [], []
    for name, mine in parts.items():
        reader, writer = Pipe(duplex=False)
        child = Process(target=do, args=(writer, work, mine))
        child.start()
        kept.append(writer)
        names[reader] = name
        children.append(child)
    results = []
    while names:
        for reader in wait(list(names)):
            try:
                results.append((names[reader], reader.recv()))
            except EOFError:
                del names[reader]
    for child in children:
        child.join()
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
