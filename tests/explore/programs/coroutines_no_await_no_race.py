"""right: between two awaits nobody else goes on, so a counter needs no lock.

only: spawn
returns: 4
"""

import asyncio

total = 0


async def add(times):
    global total
    for _ in range(times):
        await asyncio.sleep(0.01)
        total = total + 1


async def run():
    await asyncio.gather(add(2), add(2))
    return total


def main():
    return asyncio.run(run())
