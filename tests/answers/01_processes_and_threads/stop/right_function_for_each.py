# right
# a function ends one child and says how
from multiprocessing import Process


def work(job, name):
    job(name)


def end(child, seconds):
    if not child.is_alive():
        return "finished"
    for word, strike in (("terminated", child.terminate), ("killed", child.kill)):
        strike()
        child.join(seconds)
        if not child.is_alive():
            return word
    child.join()
    return word


def stop(job, names, seconds):
    children = [Process(target=work, args=(job, name)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join(seconds)
    return [end(child, seconds) for child in children]
