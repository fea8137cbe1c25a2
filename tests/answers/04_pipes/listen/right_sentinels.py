# right
# waits for pipes and for the ends of the processes; two-way pipes, of which a copy stays open
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait



class Worker(Process):
    def __init__(self, end, work, parts):
        super().__init__()
        self.end, self.work, self.parts = end, work, parts

    def run(self):
        for part in self.parts:
            self.end.send(self.work(part))


def listen(work, parts):
    workers, results = {}, []
    for name, mine in parts.items():
        ours, theirs = Pipe()
        worker = Worker(theirs, work, mine)
        worker.start()
        workers[name] = (ours, theirs, worker)
    while workers:
        ready = wait([ours for ours, _, _ in workers.values()] + [w.sentinel for _, _, w in workers.values()])
        for name, (ours, theirs, worker) in list(workers.items()):
            if ours in ready:
                results.append((name, ours.recv()))
            elif worker.sentinel in ready and not ours.poll():
                worker.join()
                theirs.close()
                del workers[name]
    return results
