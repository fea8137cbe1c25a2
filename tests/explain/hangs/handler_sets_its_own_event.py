# DEADLOCK M108
"""A handler sets the event for which its own process waits."""

import os
import signal
from multiprocessing import Event, Process


def wait(go, ready):
    signal.signal(signal.SIGUSR1, lambda *_: go.set())
    ready.set()
    go.wait()


def main():
    go, ready = Event(), Event()
    waiter = Process(target=wait, args=(go, ready), name="waiter")
    waiter.start()
    ready.wait()
    while go._cond._sleeping_count._semlock._is_zero():
        pass
    os.kill(waiter.pid, signal.SIGUSR1)
    waiter.join()
