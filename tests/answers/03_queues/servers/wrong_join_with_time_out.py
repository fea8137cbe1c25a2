# RACE M12 rule 4
# does not wait longer than it thinks right
from multiprocessing import JoinableQueue, Process


def do_all(job, tasks, servers):
    todo = JoinableQueue()
    crew = [Process(target=serve, args=(job, todo), daemon=True) for _ in range(servers)]
    for server in crew:
        server.start()
    for task in tasks:
        todo.put(task)
    for server in crew:
        server.join(timeout=5)


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
