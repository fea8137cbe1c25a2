"""right: a queue of one's own hears of what its feeder thread could not pickle, and what was lost.

returns: ["lost", "arrived"]
"""

from multiprocessing import get_context
from multiprocessing.queues import Queue


class Careful(Queue):
    def _on_queue_feeder_error(self, error, thing):
        self.put("lost")


def main():
    queue = Careful(ctx=get_context("spawn"))
    queue.put(lambda: None)
    seen = queue.get()
    queue.put("arrived")
    return [seen, queue.get()]
