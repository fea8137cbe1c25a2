# WRONG - rule 3
# everything is produced first, and sent as one list
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    reader, writer = Pipe(duplex=False)
    producer = Process(target=produce_all, args=(reader, writer, produce, names))
    consumer = Process(target=consume_all, args=(reader, writer, consume))
    producer.start()
    consumer.start()
    reader.close()
    writer.close()
    producer.join()
    consumer.join()
    return producer.exitcode == consumer.exitcode == 0


def produce_all(reader, writer, produce, names):
    reader.close()
    writer.send([produce(name) for name in names])


def consume_all(reader, writer, consume):
    writer.close()
    try:
        things = reader.recv()
    except EOFError:
        return
    for thing in things:
        consume(thing)
