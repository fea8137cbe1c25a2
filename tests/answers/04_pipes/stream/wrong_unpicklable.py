# WRONG - rule 2
# sends a function that makes the thing, which cannot be pickled
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
        thing = produce(name)
        writer.send(lambda thing=thing: thing)


def consume_all(reader, writer, consume):
    writer.close()
    while True:
        try:
            thing = reader.recv()
        except EOFError:
            break
        consume(thing())
