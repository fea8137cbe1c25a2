"""wrong (M82): a get of multiprocessing's blocks the loop, and with it the coroutine that would put.

only: spawn
hangs: always
"""

import asyncio
import multiprocessing


async def produce(queue):
    queue.put(1)


async def run():
    queue = multiprocessing.Queue()
    task = asyncio.create_task(produce(queue))
    value = queue.get()
    await task
    return value


def main():
    return asyncio.run(run())
