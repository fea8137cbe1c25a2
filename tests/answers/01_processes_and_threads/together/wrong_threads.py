# WRONG - rule 2
# threads in place of processes
from threading import Thread


def do_all(job, names):
    crew = [Thread(target=job, args=(name,)) for name in names]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
