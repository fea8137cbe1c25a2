# WRONG - rule 4
# who was late in his turn counts as terminated, though he ended by himself
from multiprocessing import Process


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    late = []
    for child in children:
        child.join(seconds)
        if child.is_alive():
            late.append(child)
    words = []
    for child in children:
        word = "terminated" if child in late else "finished"
        if child.is_alive():
            child.terminate()
            child.join(seconds)
        if child.is_alive():
            word = "killed"
            child.kill()
            child.join()
        words.append(word)
    return words
