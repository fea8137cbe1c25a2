# WRONG - rule 2
# the parent consumes, in place of a child
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    reader, writer = Pipe(duplex=False)
    producer = Process(target=produce_all, args=(reader, writer, produce, names))
    producer.start()
    writer.close()
    well = True
    while well:
        try:
            thing = reader.recv()
        except EOFError:
            break
        try:
            consume(thing)
        except Exception:
            well = False
    reader.close()
    producer.join()
    return well and producer.exitcode == 0


def produce_all(reader, writer, produce, names):
    reader.close()
    for name in names:
        writer.send(produce(name))
