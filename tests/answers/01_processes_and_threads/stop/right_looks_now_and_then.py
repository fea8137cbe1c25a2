# right
# looks now and then whether somebody has ended
import time
from multiprocessing import Process


def wait_for(child, seconds):
    until = time.monotonic() + seconds
    while child.is_alive() and time.monotonic() < until:
        time.sleep(0.5)


def stop(job, names, seconds):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        wait_for(child, seconds)
    words = {}
    for name, child in zip(names, children, strict=True):
        words[name] = "terminated" if child.is_alive() else "finished"
    for child in children:
        child.terminate()
    for name, child in zip(names, children, strict=True):
        wait_for(child, seconds)
        if child.is_alive():
            words[name] = "killed"
            child.kill()
        child.join()
    return [words[name] for name in names]
