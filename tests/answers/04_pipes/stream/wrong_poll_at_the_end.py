# WRONG - rule 6
# reads while poll says that it need not wait, which it says at the end, too
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
    for name in names:
        writer.send(produce(name))


def consume_all(reader, writer, consume):
    writer.close()
    while reader.poll(None):
        consume(reader.recv())
