"""right: with max_tasks_per_child each worker does so many tasks.

only: spawn forkserver
returns: 3
"""

import os
from concurrent.futures import ProcessPoolExecutor


def main():
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as executor:
        return len({executor.submit(os.getpid).result() for _ in range(3)})
