"""right: a lock is held over the await between the read and the write.

only: spawn
returns: 4
"""

import asyncio

total = 0


async def add(lock, times):
    global total
    for _ in range(times):
        async with lock:
            seen = total
            await asyncio.sleep(0.01)
            total = seen + 1


async def run():
    lock = asyncio.Lock()
    await asyncio.gather(add(lock, 2), add(lock, 2))
    return total


def main():
    return asyncio.run(run())
