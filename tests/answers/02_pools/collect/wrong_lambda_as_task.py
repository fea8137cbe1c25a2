# CRASH M04 rule 1
# Hands a lambda to the workers.
import os
from multiprocessing import Pool


def collect(job, items, workers):
    with Pool(workers) as pool:
        done = pool.map(lambda item: (item, job(item), os.getpid()), items)
    return done, []
