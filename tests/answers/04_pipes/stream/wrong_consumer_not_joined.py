# RACE - rule 7
# the consumer says over a pipe of its own how it went; nobody waits for its end
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    reader, writer = Pipe(duplex=False)
    said, says = Pipe(duplex=False)
    producer = Process(target=produce_all, args=(reader, writer, produce, names))
    consumer = Process(target=consume_all, args=(reader, writer, says, consume))
    producer.start()
    consumer.start()
    for end in (reader, writer, says):
        end.close()
    producer.join()
    try:
        well = said.recv()
    except EOFError:
        well = False
    return well and producer.exitcode == 0


def produce_all(reader, writer, produce, names):
    reader.close()
    for name in names:
        writer.send(produce(name))


def consume_all(reader, writer, says, consume):
    writer.close()
    while True:
        try:
            thing = reader.recv()
        except EOFError:
            break
        consume(thing)
    reader.close()
    says.send(True)
    says.poll(3600)
