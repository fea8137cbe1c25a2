# RACE - rule 5
# looks whether the child has ended, and does not wait for it
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
    child.join(0)
    return balls


def hit(there, theirs, rounds):
    while rounds:
        theirs.send(there(theirs.recv()))
        rounds -= 1
