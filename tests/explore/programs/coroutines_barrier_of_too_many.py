"""wrong: the barrier waits for one more than there are.

only: spawn
hangs: always
"""

import asyncio


async def run():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(barrier.wait(), barrier.wait())


def main():
    return asyncio.run(run())
