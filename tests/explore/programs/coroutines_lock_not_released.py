"""wrong: an early return keeps the lock.

only: spawn
hangs: always
"""

import asyncio


async def work(lock, number):
    await lock.acquire()
    if number == 0:
        return 0
    lock.release()
    return number


async def run():
    lock = asyncio.Lock()
    return await asyncio.gather(work(lock, 0), work(lock, 1))


def main():
    return asyncio.run(run())
