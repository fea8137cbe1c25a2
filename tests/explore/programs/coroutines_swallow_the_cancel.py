"""wrong (M85): who swallows CancelledError is not cancelled.

only: spawn
returns: (False, "went on")
"""

import asyncio
import contextlib


async def work():
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.Event().wait()
    return "went on"


async def run():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    return (await asyncio.gather(task) and task.cancelled()), task.result()


def main():
    return asyncio.run(run())
