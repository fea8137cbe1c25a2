# RACE - rule 4
# called done before what it brings is put
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
            further = job(task)
        except Exception:
            further = []
        todo.task_done()
        for more in further:
            todo.put(more)
