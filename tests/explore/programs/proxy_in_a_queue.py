"""wrong (M96): a proxy that is put into a queue and held by nobody may be gone before it is taken.

only: spawn forkserver
returns: []
raises: RemoteError KeyError
"""

from multiprocessing import Manager, Queue


def main():
    with Manager() as manager:
        baskets = Queue()
        baskets.put(manager.list())
        return list(baskets.get())
