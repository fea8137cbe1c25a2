# WRONG - rule 4
# terminates, and asks at once whether the child is alive
from multiprocessing import Process


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join(seconds)
    words = []
    for child in children:
        word = "finished"
        if child.is_alive():
            child.terminate()
            word = "terminated"
        words.append(word)
    return words
