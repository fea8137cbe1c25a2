# DEADLOCK M107
"""A process is killed while it waits for an Event: whoever sets it waits for its answer."""

from multiprocessing import Event, Process


def wait(go):
    go.wait()


def main():
    go = Event()
    sleeper = Process(target=wait, args=(go,), name="sleeper")
    sleeper.start()
    while go._cond._sleeping_count._semlock._is_zero():
        pass
    sleeper.kill()
    sleeper.join()
    go.set()
