# WRONG - rule 1
# a new child in each round
from multiprocessing import Pipe, Process



def rally(there, back, ball, rounds):
    balls = []
    for _ in range(rounds):
        ours, theirs = Pipe()
        child = Process(target=hit, args=(there, ours, theirs))
        child.start()
        theirs.close()
        ours.send(ball)
        try:
            came = ours.recv()
        except EOFError:
            child.join()
            break
        child.join()
        ball = back(came)
        balls.append(ball)
    return balls


def hit(there, ours, theirs):
    ours.close()
    theirs.send(there(theirs.recv()))
