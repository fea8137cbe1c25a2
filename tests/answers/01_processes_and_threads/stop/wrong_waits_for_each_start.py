# DEADLOCK M16 rule 1
# each is started when the one before has ended
from multiprocessing import Process


def stop(job, names, seconds):
    children = []
    for name in names:
        child = Process(target=job, args=(name,))
        child.start()
        child.join()
        children.append(child)
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
