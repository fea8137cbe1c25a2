# RACE - rule 4
# called done when it has been taken
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
        todo.task_done()
        try:
            for more in job(task):
                todo.put(more)
        except Exception:
            pass
