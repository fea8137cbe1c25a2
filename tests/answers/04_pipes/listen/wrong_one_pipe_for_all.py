# WRONG - rule 6
# all write to one end, under a lock
from multiprocessing import Lock, Pipe, Process


def listen(work, parts):
    reader, writer = Pipe(duplex=False)
    lock, children = Lock(), []
    for name, mine in parts.items():
        child = Process(target=do, args=(lock, writer, work, name, mine))
        child.start()
        children.append(child)
    writer.close()
    results = []
    try:
        while True:
            results.append(reader.recv())
    except EOFError:
        pass
    for child in children:
        child.join()
    return results


def do(lock, writer, work, name, mine):
    for part in mine:
        thing = work(part)
        with lock:
            writer.send((name, thing))
