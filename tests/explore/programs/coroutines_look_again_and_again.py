"""right: who looks again and again lets the others go on meanwhile.

only: spawn
returns: ["done"]
"""

import asyncio


async def work(seen):
    await asyncio.sleep(0.01)
    seen.append("done")


async def run():
    seen = []
    task = asyncio.create_task(work(seen))
    while not seen:
        await asyncio.sleep(0)
    await task
    return seen


def main():
    return asyncio.run(run())
