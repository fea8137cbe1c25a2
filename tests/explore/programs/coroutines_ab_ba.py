"""wrong: two take the same two locks in opposite orders.

only: spawn
hangs: always
"""

import asyncio


async def both(first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            pass


async def run():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(both(a, b), both(b, a))


def main():
    return asyncio.run(run())
