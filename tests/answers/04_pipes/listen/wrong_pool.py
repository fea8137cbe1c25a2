# WRONG - rule 6
# a pool with a worker for each name
from multiprocessing import Pool


def listen(work, parts):
    with Pool(len(parts)) as pool:
        tasks = [(name, pool.apply_async(do, (work, mine))) for name, mine in parts.items()]
        return [(name, thing) for name, task in tasks for thing in task.get()]


def do(work, mine):
    done = []
    try:
        for part in mine:
            done.append(work(part))
    except Exception:
        pass
    return done
