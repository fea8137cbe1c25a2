# WRONG - rule 1
# one server, however many there are to be
from multiprocessing import JoinableQueue, Process


def do_all(job, tasks, servers):
    todo = JoinableQueue()
    for _ in range(1):
        Process(target=serve, args=(job, todo), daemon=True).start()
    for task in tasks:
        todo.put(task)
    todo.join()


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
