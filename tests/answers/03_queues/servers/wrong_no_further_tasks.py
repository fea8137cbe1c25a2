# WRONG - rule 2
# what a job brings is forgotten
from multiprocessing import JoinableQueue, Process


def do_all(job, tasks, servers):
    todo = JoinableQueue()
    for _ in range(servers):
        Process(target=serve, args=(job, todo), daemon=True).start()
    for task in tasks:
        todo.put(task)
    todo.join()


def serve(job, todo):
    while True:
        task = todo.get()
        try:
            job(task)
        except Exception:
            pass
        finally:
            todo.task_done()
