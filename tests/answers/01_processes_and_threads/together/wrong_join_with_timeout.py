# RACE M12 rule 5
# waits for ten seconds at most, and looks no further
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join(timeout=10)
