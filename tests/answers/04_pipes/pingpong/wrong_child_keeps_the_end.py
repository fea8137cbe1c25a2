# DEADLOCK M38 rule 5
# the child is handed both ends, and does not close the parent's
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
    child.join()
    return balls


def hit(there, ours, theirs):
    while True:
        try:
            ball = theirs.recv()
        except EOFError:
            return
        theirs.send(there(ball))
