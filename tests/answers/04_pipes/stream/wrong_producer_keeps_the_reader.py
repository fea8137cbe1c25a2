# DEADLOCK - rule 5
# the producer is handed the writer only; forked, it has the reader, too, and waits for itself
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    reader, writer = Pipe(duplex=False)
    producer = Process(target=produce_all, args=(writer, produce, names))
    consumer = Process(target=consume_all, args=(reader, writer, consume))
    producer.start()
    consumer.start()
    reader.close()
    writer.close()
    producer.join()
    consumer.join()
    return producer.exitcode == consumer.exitcode == 0


def produce_all(writer, produce, names):
    for name in names:
        writer.send(produce(name))


def consume_all(reader, writer, consume):
    writer.close()
    while True:
        try:
            thing = reader.recv()
        except EOFError:
            break
        consume(thing)
