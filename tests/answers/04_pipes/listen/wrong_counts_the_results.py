# RACE - rule 4
# waits for as many results as there are parts, whoever has died
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
    for _ in range(sum(map(len, parts.values()))):
        reader = wait(list(names))[0]
        results.append((names[reader], reader.recv()))
    for child in children:
        child.join()
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
