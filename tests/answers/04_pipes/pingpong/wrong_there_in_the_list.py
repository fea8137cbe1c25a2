# WRONG - rule 3
# the list has what came from the child
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
        balls.append(ball)
        ball = back(ball)
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
