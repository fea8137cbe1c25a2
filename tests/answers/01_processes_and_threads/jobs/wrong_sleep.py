# RACE M117 rule 7
# sleeps in place of join
import time
from multiprocessing import Pool
from threading import Thread


def run_all(compute, ask, jobs, cores):
    found = [None] * len(jobs)

    def asking(place, item):
        try:
            found[place] = ask(item)
        except Exception as error:
            found[place] = str(error)

    with Pool(cores) as pool:
        pending = {n: pool.apply_async(compute, (x,)) for n, (kind, x) in enumerate(jobs) if kind == "compute"}
        threads = [Thread(target=asking, args=(n, x)) for n, (kind, x) in enumerate(jobs) if kind == "ask"]
        for thread in threads:
            thread.start()
        for n, task in pending.items():
            try:
                found[n] = task.get()
            except Exception as error:
                found[n] = str(error)
        time.sleep(1)
        pool.close()
        pool.join()
    return found
