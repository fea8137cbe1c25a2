# RACE - rule 3
# whoever is not done in time is ended
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join(60)
        if child.is_alive():
            child.terminate()
            child.join()
