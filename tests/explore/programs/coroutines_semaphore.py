"""right: at most two are inside at once.

only: spawn
returns: (2, 4)
"""

import asyncio

inside = most = done = 0


async def work(limit):
    global inside, most, done
    async with limit:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.01)
        inside -= 1
        done += 1


async def run():
    limit = asyncio.Semaphore(2)
    await asyncio.gather(*(work(limit) for _ in range(4)))
    return most, done


def main():
    return asyncio.run(run())
