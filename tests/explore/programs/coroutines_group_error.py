"""right: one failure cancels the others of a task group, and is raised in a group of exceptions.

only: spawn
returns: (["cancelled"], ["ValueError"])
"""

import asyncio


async def wait(seen):
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        seen.append("cancelled")
        raise


async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("no")


async def run():
    seen = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait(seen))
            group.create_task(fail())
    except* ValueError as errors:
        names = [type(each).__name__ for each in errors.exceptions]
    return seen, names


def main():
    return asyncio.run(run())
