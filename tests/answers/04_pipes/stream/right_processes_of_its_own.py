# right
# classes of processes; messages are pickled by hand and sent as bytes
import pickle
from multiprocessing import Pipe, Process


class Producer(Process):
    def __init__(self, ends, produce, names):
        super().__init__()
        self.ends, self.produce, self.names = ends, produce, names

    def run(self):
        reader, writer = self.ends
        reader.close()
        for name in self.names:
            writer.send_bytes(pickle.dumps(self.produce(name)))


class Consumer(Process):
    def __init__(self, ends, consume):
        super().__init__()
        self.ends, self.consume = ends, consume

    def run(self):
        reader, writer = self.ends
        writer.close()
        while (message := self.receive(reader)) is not None:
            self.consume(pickle.loads(message))

    @staticmethod
    def receive(reader):
        try:
            return reader.recv_bytes()
        except EOFError:
            return None


def hand_on(produce, consume, names):
    ends = Pipe(False)
    crew = Producer(ends, produce, names), Consumer(ends, consume)
    for process in crew:
        process.start()
    for end in ends:
        end.close()
    for process in crew:
        process.join()
    return [process.exitcode for process in crew] == [0, 0]
