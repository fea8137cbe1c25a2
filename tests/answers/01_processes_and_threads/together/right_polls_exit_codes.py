# right
# looks at the exit codes again and again
import time
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    while None in [child.exitcode for child in children]:
        time.sleep(0.05)
