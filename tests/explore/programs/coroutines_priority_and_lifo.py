"""right: a queue by size, and one that gives the last first.

only: spawn
returns: ([1, 2, 3], [2, 1, 3])
"""

import asyncio


async def drain(queue):
    for number in (3, 1, 2):
        await queue.put(number)
    return [await queue.get() for _ in range(3)]


async def run():
    return await drain(asyncio.PriorityQueue()), await drain(asyncio.LifoQueue())


def main():
    return asyncio.run(run())
