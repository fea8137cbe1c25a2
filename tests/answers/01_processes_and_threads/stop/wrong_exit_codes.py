# WRONG - rule 4
# takes every signal for its own
from multiprocessing import Process


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join(seconds)
    for child in children:
        if child.is_alive():
            child.terminate()
            child.join(seconds)
        if child.is_alive():
            child.kill()
            child.join()
    return [{-15: "terminated", -9: "killed"}.get(child.exitcode, "finished") for child in children]
