# right
# the pipes in a selector of the standard library
import selectors
from multiprocessing import Pipe, Process


def listen(work, parts):
    results, children = [], []
    with selectors.DefaultSelector() as selector:
        for name, mine in parts.items():
            reader, writer = Pipe(duplex=False)
            children.append(Process(target=do, args=(writer, work, mine)))
            children[-1].start()
            writer.close()
            selector.register(reader, selectors.EVENT_READ, name)
        while selector.get_map():
            for key, _ in selector.select():
                try:
                    results.append((key.data, key.fileobj.recv()))
                except EOFError:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()
    for child in children:
        child.join()
    return results


def do(writer, work, mine):
    for part in mine:
        writer.send(work(part))
