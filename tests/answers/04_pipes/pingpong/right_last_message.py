# right
# each message is a pair; the last one says that it is the last
from multiprocessing import Pipe, Process



class Child(Process):
    def __init__(self, there, end):
        super().__init__()
        self.there, self.end = there, end

    def run(self):
        while True:
            go_on, ball = self.end.recv()
            if not go_on:
                break
            self.end.send(self.there(ball))


def rally(there, back, ball, rounds):
    ours, theirs = Pipe(duplex=True)
    child = Child(there, theirs)
    child.start()
    theirs.close()
    balls = []
    try:
        while len(balls) < rounds:
            ours.send((True, ball))
            came = ours.recv()
            ball = back(came)
            balls += [ball]
        ours.send((False, None))
    except EOFError:
        pass
    child.join()
    return balls
