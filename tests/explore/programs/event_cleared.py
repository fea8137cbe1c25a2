"""wrong: an event that is cleared at once is missed by who comes late.

returns: True, False
hangs: sometimes
"""

from multiprocessing import Event, Process, Value


def work(event, seen):
    seen.value = event.wait()


def main():
    event, seen = Event(), Value("b", 0)
    worker = Process(target=work, args=(event, seen))
    worker.start()
    event.set()
    event.clear()
    worker.join()
    return bool(seen.value)
