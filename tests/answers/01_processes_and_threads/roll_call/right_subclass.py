# right
# a class of its own, whose run leaves with the number
import os
from multiprocessing import Process


class Member(Process):
    def __init__(self, job, name):
        super().__init__(name=name, daemon=True)
        self.job = job

    def run(self):
        os._exit(self.job(self.name))

    def row(self):
        return self.name, self.pid, os.getpid(), self.is_alive(), self.exitcode


def roll_call(job, names, settled):
    members = [Member(job, name) for name in names]
    [member.start() for member in members]
    settled()
    rows = [member.row() for member in members]
    for member in members:
        if member.exitcode is None:
            member.terminate()
            member.join()
    return rows
