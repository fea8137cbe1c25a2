# WRONG - rule 3
# the failures are kept in a dict by message: of two tasks with the same message one is lost
import os
from multiprocessing import Pool


def attempt(job, item):
    try:
        result = job(item)
    except Exception as error:
        return False, (item, str(error))
    return True, (item, result, os.getpid())


def collect(job, items, workers):
    done, by_message = [], {}

    def record(report):
        came, entry = report
        if came:
            done.append(entry)
        else:
            item, message = entry
            by_message[message] = item

    with Pool(workers) as pool:
        for item in items:
            pool.apply_async(attempt, (job, item), callback=record)
        pool.close()
        pool.join()
    return done, [(item, message) for message, item in by_message.items()]
