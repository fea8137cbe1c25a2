# right
# the tasks are there before the servers; the error is told
import multiprocessing


def do_all(job, tasks, servers):
    queue = multiprocessing.JoinableQueue()
    for each in tasks:
        queue.put(each)
    crew = [multiprocessing.Process(target=run, args=(job, queue)) for _ in range(servers)]
    for server in crew:
        server.daemon = True
        server.start()
    queue.join()


def run(job, queue):
    while True:
        task, further = queue.get(), []
        try:
            further = job(task)
        except Exception as error:
            print(f"task {task} failed: {error}")
        for each in further:
            queue.put(each)
        queue.task_done()
