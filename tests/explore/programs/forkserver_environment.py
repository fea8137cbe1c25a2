"""wrong (M99): a fork server's processes have the environment of its start.

returns: ["first", "first", "second"]
"""

import multiprocessing
import os


def look(found):
    found.put(os.environ.get("COOK"))


def main():
    server, spawn = multiprocessing.get_context("forkserver"), multiprocessing.get_context("spawn")
    seen = []
    for context, cook in ((server, "first"), (server, "second"), (spawn, "second")):
        os.environ["COOK"] = cook
        found = context.SimpleQueue()
        worker = context.Process(target=look, args=(found,))
        worker.start()
        seen.append(found.get())
        worker.join()
    return seen
