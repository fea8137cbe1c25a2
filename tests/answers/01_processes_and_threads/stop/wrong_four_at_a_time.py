# WRONG - rule 2
# never more than four at once
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


def stop_some(job, names, seconds):
    children = [Process(target=work, args=(job, name)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join(seconds)
    return [end(child, seconds) for child in children]


def stop(job, names, seconds):
    words = []
    for first in range(0, len(names), 4):
        words += stop_some(job, names[first : first + 4], seconds)
    return words
