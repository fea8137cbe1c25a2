# WRONG - rule 1
# a server does what its job brings by itself, at once
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
            left = [task]
            while left:
                left += job(left.pop(0))
        except Exception:
            pass
        finally:
            todo.task_done()
