"""Two children wait. What happens to them at Ctrl-C?"""

import multiprocessing
import sys

from manyhands.workers import processes


def wait_for(worker, crew):
    spawn = multiprocessing.get_context("spawn")
    ready = spawn.SimpleQueue()
    for _ in range(2):
        crew.append(spawn.Process(target=worker, args=(ready,)))
        crew[-1].start()
    print(ready.get(), ready.get(), flush=True)
    for child in crew:
        child.join()


def leave_it_to_them():
    wait_for(processes.wait_an_hour, [])


def end_them():
    crew = []
    try:
        wait_for(processes.wait_deaf, crew)
    except KeyboardInterrupt:
        for child in crew:
            child.terminate()
            child.join()
        print("all have ended:", not any(child.is_alive() for child in crew))


if __name__ == "__main__":
    {"broken": leave_it_to_them, "mended": end_them}[sys.argv[1]]()
