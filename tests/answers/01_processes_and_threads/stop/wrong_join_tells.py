# WRONG M12 rule 4
# takes what join returns for an answer
from multiprocessing import Process


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    words = []
    for child in children:
        if child.join(seconds) is False:
            child.terminate()
            words.append("terminated")
        else:
            words.append("finished")
    return words
