# DEADLOCK M38 rule 4
# the parent has the child's end open as well, and waits for itself when the child has died
from multiprocessing import Pipe, Process


def rally(there, back, ball, rounds):
    ours, theirs = Pipe()
    child = Process(target=hit, args=(there, ours, theirs))
    child.start()
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
    ours.close()
    while True:
        try:
            ball = theirs.recv()
        except EOFError:
            return
        theirs.send(there(ball))
