# WRONG - rule 2
# each begins with its last part
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
                results.append((names[reader], reader.recv()))
            except EOFError:
                del names[reader]
    for child in children:
        child.join()
    return results


def do(writer, work, mine):
    for part in mine[::-1]:
        writer.send(work(part))
