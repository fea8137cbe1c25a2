"""right: a task that was made has had its first turn after a sleep of no time.

only: spawn
returns: [["first"], ["first", "second"]]
"""

import asyncio


async def work(name, seen):
    seen.append(name)


async def run():
    seen, looks = [], []
    for name in ("first", "second"):
        task = asyncio.create_task(work(name, seen))
        await asyncio.sleep(0)
        looks.append(list(seen))
        await task
    return looks


def main():
    return asyncio.run(run())
