# RACE - rule 4
# when one has failed the others are ended
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
        if child.exitcode != 0:
            for other in children:
                other.terminate()
                other.join()
