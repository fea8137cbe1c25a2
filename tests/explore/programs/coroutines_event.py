"""right: all who wait for an event go on once it is set.

only: spawn
returns: ["a", "b"]
"""

import asyncio


async def wait(event, name, done):
    await event.wait()
    done.append(name)


async def run():
    event, done = asyncio.Event(), []
    async with asyncio.TaskGroup() as group:
        group.create_task(wait(event, "a", done))
        group.create_task(wait(event, "b", done))
        await asyncio.sleep(0.01)
        event.set()
    return sorted(done)


def main():
    return asyncio.run(run())
