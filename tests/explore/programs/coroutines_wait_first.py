"""right: wait tells who is done, and cancels nobody.

only: spawn
returns: (["a"], ["b"], "b")
"""

import asyncio


async def quick():
    return "a"


async def wait(event):
    await event.wait()
    return "b"


async def run():
    event = asyncio.Event()
    tasks = [asyncio.create_task(quick(), name="a"), asyncio.create_task(wait(event), name="b")]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    event.set()
    names = [[task.get_name() for task in each] for each in (done, pending)]
    return *names, await tasks[1]


def main():
    return asyncio.run(run())
