# RACE - rule 5
# the parent ends the child
from multiprocessing import Pipe, Process


def rally(there, back, ball, rounds):
    ours, theirs = Pipe()
    child = Process(target=hit, args=(there, ours, theirs))
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
    child.terminate()
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
