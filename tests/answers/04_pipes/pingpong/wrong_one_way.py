# CRASH M40 rule 2
# a one-way pipe; the parent sends into the end that can only receive
from multiprocessing import Pipe, Process


def rally(there, back, ball, rounds):
    ours, theirs = Pipe(False)
    child = Process(target=hit, args=(there, ours, theirs))
    child.start()
    theirs.close()
    balls = []
    ours.send(ball)
    for _ in range(rounds):
        try:
            ours.send(ball)
            ball = ours.recv()
        except EOFError:
            break
        ball = back(ball)
        balls.append(ball)
    ours.close()
    child.join()
    return balls


def hit(there, ours, theirs):
    ours.close()
    while True:
        try:
            ball = theirs.recv()
        except EOFError:
            return
        theirs.send(there(ball))
