"""wrong: two take the same two locks in opposite orders, one after the other if the first is quick.

only: spawn
returns: "done"
hangs: sometimes
"""

import asyncio


async def both(first, second, after):
    await asyncio.sleep(after)
    async with first:
        await asyncio.sleep(0.01)
        async with second:
            pass


async def run():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(both(a, b, 0), both(b, a, 0.3))
    return "done"


def main():
    return asyncio.run(run())
