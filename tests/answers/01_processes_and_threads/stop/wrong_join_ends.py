# WRONG - rule 4
# believes that whoever was joined has ended
from multiprocessing import Process


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join(seconds)
    return ["finished" for child in children]
