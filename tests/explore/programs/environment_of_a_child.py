"""wrong (M06): what a child sets in its environment is not set in its parent's.

returns: ["parent", "child", "parent", True]
"""

import os
from multiprocessing import Process, SimpleQueue


def change(found):
    found.put(os.environ["COOK"])
    os.environ["COOK"] = "child"
    found.put(os.getenv("COOK"))


def main():
    os.environ["COOK"] = "parent"
    found = SimpleQueue()
    worker = Process(target=change, args=(found,))
    worker.start()
    seen = [found.get(), found.get()]
    worker.join()
    try:
        os.environ["COOK"] = 1
    except TypeError:
        return [*seen, os.environ["COOK"], "COOK" in os.environ]
