# WRONG - rule 2
# one deadline for all of them
import time
from multiprocessing import Process


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    until = time.monotonic() + seconds
    for child in children:
        child.join(max(0, until - time.monotonic()))
    words = []
    for child in children:
        word = "finished"
        if child.is_alive():
            word = "terminated"
            child.terminate()
            child.join(seconds)
        if child.is_alive():
            word = "killed"
            child.kill()
            child.join()
        words.append(word)
    return words
