# right
# a queue for each child
from multiprocessing import get_context


def gather(compute, names):
    context = get_context()
    queues = [context.Queue() for _ in names]
    children = [
        context.Process(target=put_result, args=(compute, *each)) for each in zip(names, queues, strict=True)
    ]
    for process in children:
        process.start()
    found = [queue.get() for queue in queues]
    for process in children:
        process.join()
    return found


def put_result(compute, name, queue):
    try:
        queue.put(compute(name))
    except Exception:
        queue.put(None)
