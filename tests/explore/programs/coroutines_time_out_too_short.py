"""wrong (M30): that the work takes less time than the time-out is hoped for.

only: spawn
returns: "done", "late"
"""

import asyncio


async def work(event):
    await asyncio.sleep(0.02)
    event.set()


async def run():
    event = asyncio.Event()
    task = asyncio.create_task(work(event))
    try:
        await asyncio.wait_for(event.wait(), 0.9)
        return "done"
    except TimeoutError:
        return "late"
    finally:
        await task


def main():
    return asyncio.run(run())
