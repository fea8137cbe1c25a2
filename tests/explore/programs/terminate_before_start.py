"""wrong: a process that has not been started cannot be terminated.

raises: AttributeError
"""

from multiprocessing import Process


def main():
    worker = Process(target=int)
    worker.terminate()
    worker.start()
    worker.join()
