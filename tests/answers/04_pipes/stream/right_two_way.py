# right
# a two-way pipe, which the consumer only reads
from multiprocessing import Pipe, Process


def hand_on(produce, consume, names):
    here, there = Pipe()
    consumer = Process(target=consume_all, args=(here, there, consume))
    producer = Process(target=produce_all, args=(here, there, produce, names))
    consumer.start()
    producer.start()
    there.close()
    here.close()
    consumer.join()
    producer.join()
    return not (consumer.exitcode or producer.exitcode)


def produce_all(here, there, produce, names):
    there.close()
    for name in names:
        here.send(produce(name))
    here.close()


def consume_all(here, there, consume):
    here.close()
    while True:
        try:
            thing = there.recv()
        except EOFError:
            return
        consume(thing)
