# right
# a class of servers, which look again after a time-out
import queue
from multiprocessing import JoinableQueue, Process


class Server(Process):
    def __init__(self, job, todo):
        super().__init__(daemon=True)
        self.job, self.todo = job, todo

    def run(self):
        while True:
            try:
                task = self.todo.get(timeout=60)
            except queue.Empty:
                continue
            self.work(task)
            self.todo.task_done()

    def work(self, task):
        try:
            further = self.job(task)
        except Exception:
            return
        for each in further:
            self.todo.put(each)


def do_all(job, tasks, servers):
    todo = JoinableQueue()
    crew = [Server(job, todo) for _ in range(servers)]
    for server in crew:
        server.start()
    for task in tasks:
        todo.put(task)
    todo.join()
