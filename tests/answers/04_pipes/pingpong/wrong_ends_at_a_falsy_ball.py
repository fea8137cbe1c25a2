# WRONG - rule 3
# a ball that counts as false ends the child
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
    ours.close()
    try:
        while ball := theirs.recv():
            theirs.send(there(ball))
    except EOFError:
        return
