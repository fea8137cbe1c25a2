# RACE - rule 5
# lets time pass in place of a join
import time
from multiprocessing import Process


def do_all(job, names):
    for name in names:
        Process(target=job, args=(name,)).start()
    time.sleep(2)
