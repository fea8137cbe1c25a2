# WRONG - rule 1
# the parent does the first task itself
from multiprocessing import JoinableQueue, Process


def do_all(job, tasks, servers):
    todo = JoinableQueue()
    for _ in range(servers):
        Process(target=serve, args=(job, todo), daemon=True).start()
    for task in tasks[1:] + job(tasks[0]):
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
