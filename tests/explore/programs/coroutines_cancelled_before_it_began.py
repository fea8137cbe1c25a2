"""right: a task that is cancelled before its first turn never begins.

only: spawn
returns: ([], True)
"""

import asyncio


async def work(seen):
    seen.append("began")


async def run():
    seen = []
    task = asyncio.create_task(work(seen))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return seen, task.cancelled()


def main():
    return asyncio.run(run())
