"""A program that starts a process, and has no guard."""

import multiprocessing
import sys


def work():
    print("a child at work", flush=True)


context = multiprocessing.get_context(sys.argv[1])
child = context.Process(target=work)
child.start()
child.join()
print("its exit code:", child.exitcode)
