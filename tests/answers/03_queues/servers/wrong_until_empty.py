# RACE M24 rule 4
# waits until the queue is empty
import time
from multiprocessing import JoinableQueue, Process


def do_all(job, tasks, servers):
    todo = JoinableQueue()
    for _ in range(servers):
        Process(target=serve, args=(job, todo), daemon=True).start()
    for task in tasks:
        todo.put(task)
    while not todo.empty():
        time.sleep(0.1)


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
