"""wrong: run ends with its main coroutine, and cancels the others.

only: spawn
returns: ["begun", "cancelled"]
"""

import asyncio

seen = []


async def work():
    seen.append("begun")
    try:
        await asyncio.sleep(0.5)
        seen.append("done")
    except asyncio.CancelledError:
        seen.append("cancelled")
        raise


async def run():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    return task.get_name()


def main():
    asyncio.run(run())
    return seen
