"""right: a context's processes are called after their class, and have its start method.

returns: ["ForkServerProcess-1", "forkserver", "SpawnProcess-2", "spawn", "SpawnProcess-2:1"]
"""

import multiprocessing


def tell(found):
    context = multiprocessing.get_context(multiprocessing.get_start_method())
    found.put(multiprocessing.current_process().name)
    found.put(multiprocessing.get_start_method())
    if multiprocessing.get_start_method() == "spawn":
        found.put(context.Process().name)


def main():
    names = []
    for method in ("forkserver", "spawn"):
        context = multiprocessing.get_context(method)
        found = context.SimpleQueue()
        worker = context.Process(target=tell, args=(found,))
        worker.start()
        names += [found.get() for _ in range(2 if method == "forkserver" else 3)]
        worker.join()
    return names
