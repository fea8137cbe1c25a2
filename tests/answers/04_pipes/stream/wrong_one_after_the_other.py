# DEADLOCK - rule 3
# the consumer starts when the producer has ended, which it cannot once the pipe is full
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    reader, writer = Pipe(duplex=False)
    producer = Process(target=produce_all, args=(reader, writer, produce, names))
    producer.start()
    producer.join()
    consumer = Process(target=consume_all, args=(reader, writer, consume))
    consumer.start()
    reader.close()
    writer.close()
    consumer.join()
    return producer.exitcode == consumer.exitcode == 0


def produce_all(reader, writer, produce, names):
    reader.close()
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
