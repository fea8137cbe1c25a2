# right
"""`task_done` on every path."""

from multiprocessing import JoinableQueue, Process


def consume(tasks):
    while True:
        tasks.get()
        tasks.task_done()


def main():
    tasks = JoinableQueue()
    consumer = Process(target=consume, args=(tasks,), daemon=True)
    consumer.start()
    for task in (1, 2):
        tasks.put(task)
    tasks.join()
    consumer.terminate()
    consumer.join()
    return "done"
