# DEADLOCK M107
"""A process is killed while it waits in a Condition: notify_all waits for its answer."""

from multiprocessing import Condition, Event, Process


def wait(changed, ready):
    with changed:
        ready.set()
        changed.wait()


def main():
    changed, ready = Condition(), Event()
    sleeper = Process(target=wait, args=(changed, ready), name="sleeper")
    sleeper.start()
    ready.wait()
    with changed:  # free as soon as the sleeper waits
        sleeper.kill()
    sleeper.join()
    with changed:
        changed.notify_all()
