"""right: an executor of processes, or of threads, does what would block the loop.

returns: [2, 4, 6, 8]
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def double(number):
    return 2 * number


async def run(executor, numbers):
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*(loop.run_in_executor(executor, double, n) for n in numbers))


def main():
    with ProcessPoolExecutor(1) as processes, ThreadPoolExecutor(1) as threads:
        return asyncio.run(run(processes, [1, 2])) + asyncio.run(run(threads, [3, 4]))
