"""wrong (M19): who is killed while it holds a lock never gives it back.

hangs: always
"""

from multiprocessing import Event, Lock, Process


def work(lock, held):
    with lock:
        held.set()
        Event().wait()


def main():
    lock, held = Lock(), Event()
    worker = Process(target=work, args=(lock, held))
    worker.start()
    held.wait()
    worker.kill()
    worker.join()
    lock.acquire()
