# right
# waits for a message or for the death of the child, whichever comes first; a copy of its end stays open
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def rally(there, back, ball, rounds):
    ours, theirs = Pipe()
    child = Process(target=hit, args=(there, theirs, rounds))
    child.start()
    balls = []
    while len(balls) < rounds:
        ours.send(ball)
        if ours not in wait([ours, child.sentinel]):
            break
        ball = back(ours.recv())
        balls.append(ball)
    child.join()
    return balls


def hit(there, theirs, rounds):
    while rounds:
        theirs.send(there(theirs.recv()))
        rounds -= 1
