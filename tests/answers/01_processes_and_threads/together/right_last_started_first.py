# right
# joined from the last to the first, and closed
from multiprocessing import get_context


def do_all(job, names):
    context = get_context()
    children = [context.Process(None, job, name, (name,)) for name in names]
    for child in children:
        child.start()
    while children:
        child = children.pop()
        child.join()
        child.close()
