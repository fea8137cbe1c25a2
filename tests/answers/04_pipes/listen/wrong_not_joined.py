# WRONG - rule 7
# nobody waits for the ends of the processes
import time
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
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
    writer.close()
    time.sleep(3600)
