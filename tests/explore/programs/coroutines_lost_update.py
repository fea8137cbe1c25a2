"""wrong (M83): another coroutine comes in at the await between the read and the write.

only: spawn
returns: 1
"""

import asyncio

total = 0


async def add():
    global total
    seen = total
    await asyncio.sleep(0)
    total = seen + 1


async def run():
    await asyncio.gather(add(), add())
    return total


def main():
    return asyncio.run(run())
