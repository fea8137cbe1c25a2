# right
# a class of its own, in a context
import multiprocessing


class Child(multiprocessing.Process):
    def __init__(self, job, name):
        super().__init__()
        self.job = job
        self.whose = name

    def run(self):
        self.job(self.whose)


def do_all(job, names):
    children = [Child(job, name) for name in names]
    [child.start() for child in children]
    [child.join() for child in children]
