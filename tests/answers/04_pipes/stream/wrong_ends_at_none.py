# WRONG - rule 2
# a None counts as the end, whoever sent it
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
    return producer.exitcode in (0, 1) and consumer.exitcode == 0


def produce_all(reader, writer, produce, names):
    reader.close()
    for name in [*names, None]:
        writer.send(None if name is None else produce(name))


def consume_all(reader, writer, consume):
    writer.close()
    while (thing := reader.recv()) is not None:
        consume(thing)
