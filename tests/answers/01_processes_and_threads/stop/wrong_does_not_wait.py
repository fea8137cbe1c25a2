# WRONG - rule 2
# ends whoever is alive at once
from multiprocessing import Process


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
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
