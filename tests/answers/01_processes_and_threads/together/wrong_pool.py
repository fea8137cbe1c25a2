# DEADLOCK M63 rule 4
# a pool waits for ever for the task of a worker that was killed
from multiprocessing import Pool


def do_all(job, names):
    with Pool(len(names)) as pool:
        pending = [pool.apply_async(job, (name,)) for name in names]
        for each in pending:
            each.wait()
