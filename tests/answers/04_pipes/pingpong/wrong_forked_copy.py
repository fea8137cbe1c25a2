# DEADLOCK M39 rule 5
# the child is handed its own end; forked, it has the parent's as well
from multiprocessing import Pipe, Process


def rally(there, back, ball, rounds):
    ours, theirs = Pipe()
    child = Process(target=hit, args=(there, theirs))
    child.start()
    theirs.close()
    balls = []
    for _ in range(rounds):
        try:
            ours.send(ball)
            ball = ours.recv()
        except (EOFError, OSError):
            break
        ball = back(ball)
        balls.append(ball)
    ours.close()
    child.join()
    return balls


def hit(there, theirs):
    while True:
        try:
            ball = theirs.recv()
        except EOFError:
            return
        theirs.send(there(ball))
