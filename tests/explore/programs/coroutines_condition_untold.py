"""wrong (M94): there are two who wait, and one is told.

only: spawn
hangs: always
"""

import asyncio


async def wait(condition, ready):
    async with condition:
        while not ready:
            await condition.wait()


async def run():
    condition, ready = asyncio.Condition(), []
    tasks = [asyncio.create_task(wait(condition, ready)) for _ in range(2)]
    await asyncio.sleep(0)
    async with condition:
        ready.append(True)
        condition.notify()
    await asyncio.gather(*tasks)


def main():
    return asyncio.run(run())
