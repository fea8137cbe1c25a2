"""right: what can be asked of a process that has not been started.

returns: ["AttributeError", "AttributeError", "AssertionError", "ValueError", False, None, None]
"""

from multiprocessing import Process


def error_of(ask):
    try:
        ask()
    except Exception as error:
        return type(error).__name__


def main():
    worker = Process(target=int)
    asked = [worker.terminate, worker.kill, worker.join, lambda: worker.sentinel]
    return [*map(error_of, asked), worker.is_alive(), worker.exitcode, worker.pid]
