# DEADLOCK M91 rule 3
# the bare except ends the server
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
        try:
            task = todo.get()
            for more in job(task):
                todo.put(more)
            todo.task_done()
        except:
            break
