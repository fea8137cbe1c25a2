# right
# first what a job brings is counted, then put
from multiprocessing import get_context


def do_all(job, tasks, servers):
    context = get_context()
    todo = context.JoinableQueue()
    crew = []
    while len(crew) < servers:
        crew.append(context.Process(target=serve, args=(job, todo), daemon=True))
    [todo.put(task) for task in tasks]
    [server.start() for server in crew]
    todo.join()


def serve(job, todo):
    for task in iter(todo.get, "there is no such task"):
        further = tried(job, task)
        while further:
            todo.put(further.pop(0))
        todo.task_done()


def tried(job, task):
    try:
        return list(job(task))
    except Exception:
        return []
