# DEADLOCK - rule 3
# takes for granted that terminate ends everybody
from multiprocessing import Process


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join(seconds)
    words = []
    for child in children:
        if child.is_alive():
            child.terminate()
            words.append("terminated")
        else:
            words.append("finished")
    for child in children:
        child.join()
    return words
