# RACE M109 rule 4
# another process puts the tasks, and join may come before it
from multiprocessing import JoinableQueue, Process


def do_all(job, tasks, servers):
    todo = JoinableQueue()
    for _ in range(servers):
        Process(target=serve, args=(job, todo), daemon=True).start()
    filler = Process(target=fill, args=(tasks, todo), daemon=True)
    filler.start()
    todo.join()


def fill(tasks, todo):
    for task in tasks:
        todo.put(task)


def serve(job, todo):
    while True:
        task = todo.get()
        try:
            for more in job(task):
                todo.put(more)
        except Exception:
            pass
        finally:
            todo.task_done()
