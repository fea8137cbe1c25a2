# right
# the child is told how many rounds there are
from multiprocessing import Pipe, Process



def rally(there, back, ball, rounds):
    ours, theirs = Pipe()
    child = Process(target=hit, args=(there, theirs, rounds))
    child.start()
    theirs.close()
    balls = list(play(ours, back, ball, rounds))
    child.join()
    return balls


def play(ours, back, ball, rounds):
    for _ in range(rounds):
        ours.send(ball)
        try:
            ball = back(ours.recv())
        except EOFError:
            return
        yield ball


def hit(there, theirs, rounds):
    for _ in range(rounds):
        theirs.send(there(theirs.recv()))
