# right
# the last message says that it is the last; a lost one shows as EOFError, which is an error then
import sys
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    reader, writer = Pipe(duplex=False)
    producer = Process(target=produce_all, args=(writer, reader, produce, names))
    producer.start()
    writer.close()
    consumer = Process(target=consume_all, args=(reader, consume))
    consumer.start()
    reader.close()
    consumer.join()
    producer.join()
    return (consumer.exitcode, producer.exitcode) == (0, 0)


def produce_all(writer, reader, produce, names):
    reader.close()
    for name in names:
        writer.send(("thing", produce(name)))
    writer.send(("end", None))


def consume_all(reader, consume):
    while True:
        try:
            kind, thing = reader.recv()
        except EOFError:
            sys.exit(1)
        if kind == "end":
            return
        consume(thing)
