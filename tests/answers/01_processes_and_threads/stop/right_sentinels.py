# right
# waits for the sentinels
from multiprocessing import Process
from multiprocessing.connection import wait


def ended(child, seconds):
    return bool(wait([child.sentinel], seconds))


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        ended(child, seconds)
    words = []
    for child in children:
        if ended(child, 0):
            words.append("finished")
            child.join()
            continue
        child.terminate()
        word = "terminated"
        if not ended(child, seconds):
            child.kill()
            word = "killed"
        child.join()
        words.append(word)
    return words
