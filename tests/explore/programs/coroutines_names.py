"""right: tasks have names, and know each other.

only: spawn
returns: ("Task-1", ["Task-1", "Task-2", "mine"])
"""

import asyncio


async def wait(event):
    await event.wait()


async def run():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait(event)), asyncio.create_task(wait(event), name="mine")]
    names = sorted(task.get_name() for task in asyncio.all_tasks())
    event.set()
    await asyncio.gather(*tasks)
    return asyncio.current_task().get_name(), names


def main():
    return asyncio.run(run())
