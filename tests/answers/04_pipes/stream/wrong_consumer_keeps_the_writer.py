# DEADLOCK M38 rule 4
# the consumer is handed both ends, and closes neither
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    ends = Pipe(duplex=False)
    producer = Process(target=produce_all, args=(ends, produce, names))
    consumer = Process(target=consume_all, args=(ends, consume))
    producer.start()
    consumer.start()
    for end in ends:
        end.close()
    producer.join()
    consumer.join()
    return producer.exitcode == consumer.exitcode == 0


def produce_all(ends, produce, names):
    reader, writer = ends
    reader.close()
    for name in names:
        writer.send(produce(name))
    writer.close()


def consume_all(ends, consume):
    reader, _ = ends
    while True:
        try:
            thing = reader.recv()
        except EOFError:
            break
        consume(thing)
