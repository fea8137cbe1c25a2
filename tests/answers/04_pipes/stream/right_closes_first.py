# right
# both children are handed both ends and close one; a generator gives what comes
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    ends = Pipe(duplex=False)
    children = [
        Process(target=producer, args=(*ends, produce, names)),
        Process(target=consumer, args=(*ends, consume)),
    ]
    for child in children:
        child.start()
    for end in ends:
        end.close()
    for child in children:
        child.join()
    return all(child.exitcode == 0 for child in children)


def producer(reader, writer, produce, names):
    reader.close()
    for name in names:
        writer.send(produce(name))


def consumer(reader, writer, consume):
    writer.close()
    for thing in messages(reader):
        consume(thing)


def messages(reader):
    while True:
        try:
            yield reader.recv()
        except EOFError:
            return
