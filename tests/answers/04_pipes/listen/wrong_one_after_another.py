# WRONG M16 rule 1
# each child is waited for before the next is started
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait



def listen(work, parts):
    results = []
    for name, mine in parts.items():
        reader, writer = Pipe(duplex=False)
        child = Process(target=do, args=(writer, work, mine))
        child.start()
        child.join()
        writer.close()
        try:
            while True:
                results.append((name, reader.recv()))
        except EOFError:
            pass
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
