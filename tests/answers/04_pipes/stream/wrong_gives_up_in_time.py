# RACE M30 rule 2
# who produces slowly is taken for one who has ended
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
    while reader.poll(2):
        try:
            thing = reader.recv()
        except EOFError:
            break
        consume(thing)
