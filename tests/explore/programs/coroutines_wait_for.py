"""right: wait_for gives up, and what it waited for is cancelled.

only: spawn
returns: ("late", True)
"""

import asyncio


async def run():
    task = asyncio.create_task(asyncio.Event().wait())
    try:
        await asyncio.wait_for(task, 0.05)
    except TimeoutError:
        return "late", task.cancelled()


def main():
    return asyncio.run(run())
