# CRASH M04 rule 1
# the target is a function within a function, which cannot be sent
from multiprocessing import Process


def do_all(job, names):
    def work(name):
        try:
            job(name)
        except Exception:
            pass

    children = [Process(target=work, args=(name,)) for name in names]
    for child in children:
        child.start()
    for child in children:
        child.join()
