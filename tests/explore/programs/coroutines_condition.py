"""right: whoever waits looks again when woken.

only: spawn
returns: [1, 2]
"""

import asyncio


async def take(condition, items, taken):
    async with condition:
        await condition.wait_for(lambda: items)
        taken.append(items.pop(0))


async def run():
    condition, items, taken = asyncio.Condition(), [], []
    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(take(condition, items, taken))
        for item in (1, 2):
            await asyncio.sleep(0.01)
            async with condition:
                items.append(item)
                condition.notify()
    return taken


def main():
    return asyncio.run(run())
