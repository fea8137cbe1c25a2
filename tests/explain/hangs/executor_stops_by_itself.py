# INFRA - spawn forkserver
# CRASH - fork
"""An executor replaces a worker that has done its tasks, and does not start the next one."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def double(number):
    return 2 * number


def main():
    context = multiprocessing.get_context()
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=2) as pool:
        pending = [pool.submit(double, number) for number in range(3)]
        return [task.result() for task in pending]
