# WRONG - rule 5
# the servers are ended before it returns
from multiprocessing import JoinableQueue, Process


def do_all(job, tasks, servers):
    todo = JoinableQueue()
    crew = [Process(target=serve, args=(job, todo), daemon=True) for _ in range(servers)]
    for server in crew:
        server.start()
    for task in tasks:
        todo.put(task)
    todo.join()
    for server in crew:
        server.terminate()
        server.join()


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
