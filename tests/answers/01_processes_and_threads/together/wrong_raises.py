# CRASH - rule 4
# raises an error of its own when a child has failed
from multiprocessing import Process


def do_all(job, names):
    children = [Process(target=job, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
    failed = [child for child in children if child.exitcode]
    if failed:
        raise RuntimeError(f"{len(failed)} children have failed")
