# DEADLOCK M39 rule 4
# the consumer is handed the reader only; forked, it has the writer all the same
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    reader, writer = Pipe(duplex=False)
    producer = Process(target=produce_all, args=(reader, writer, produce, names))
    consumer = Process(target=consume_all, args=(reader, consume))
    producer.start()
    consumer.start()
    reader.close()
    writer.close()
    producer.join()
    consumer.join()
    return producer.exitcode == consumer.exitcode == 0


def produce_all(reader, writer, produce, names):
    reader.close()
    for name in names:
        writer.send(produce(name))
    writer.close()


def consume_all(reader, consume):
    while True:
        try:
            thing = reader.recv()
        except EOFError:
            break
        consume(thing)
