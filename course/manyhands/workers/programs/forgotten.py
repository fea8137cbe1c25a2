"""Start a process, and come to the end of the program."""

import multiprocessing
import sys
import time


def wash_up(started):
    started.set()
    time.sleep(0.3)
    print("the dishes are done", flush=True)


if __name__ == "__main__":
    spawn = multiprocessing.get_context("spawn")
    started, daemon = spawn.Event(), sys.argv[1] == "daemon"
    spawn.Process(target=wash_up, args=(started,), daemon=daemon).start()
    started.wait()
    print("the end of the program", flush=True)
