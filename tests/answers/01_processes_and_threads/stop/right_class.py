# right
# a class keeps a child and its word
from multiprocessing import get_context


class Worker:
    def __init__(self, context, job, name):
        self.process = context.Process(target=job, args=[name], name=name)
        self.word = "finished"
        self.process.start()

    def strike(self, word, how):
        if self.process.exitcode is None:
            self.word = word
            getattr(self.process, how)()

    def wait(self, seconds=None):
        self.process.join(seconds)


def stop(job, names, seconds):
    context = get_context()
    workers = [Worker(context, job, name) for name in names]
    for worker in workers:
        worker.wait(seconds)
    for worker in workers:
        worker.strike("terminated", "terminate")
    for worker in workers:
        worker.wait(seconds)
    for worker in workers:
        worker.strike("killed", "kill")
        worker.wait()
    return [worker.word for worker in workers]
