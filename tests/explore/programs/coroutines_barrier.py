"""right: nobody passes before all have come.

only: spawn
returns: True
"""

import asyncio


async def meet(barrier, come, seconds):
    await asyncio.sleep(seconds)
    come.append(1)
    await barrier.wait()
    return len(come)


async def run():
    barrier, come = asyncio.Barrier(3), []
    seen = await asyncio.gather(*(meet(barrier, come, n * 0.01) for n in range(3)))
    return seen == [3, 3, 3]


def main():
    return asyncio.run(run())
