# WRONG - rule 1
# the parent produces, in place of a child
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    reader, writer = Pipe(duplex=False)
    consumer = Process(target=consume_all, args=(reader, writer, consume))
    consumer.start()
    reader.close()
    well = True
    try:
        for name in names:
            writer.send(produce(name))
    except Exception:
        well = False
    writer.close()
    consumer.join()
    return well and consumer.exitcode == 0


def consume_all(reader, writer, consume):
    writer.close()
    while True:
        try:
            thing = reader.recv()
        except EOFError:
            break
        consume(thing)
