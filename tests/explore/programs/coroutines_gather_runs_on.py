"""wrong (M84): one failure of gather does not cancel the others.

only: spawn
returns: ("ValueError", ["b"])
"""

import asyncio


async def fail():
    raise ValueError("no")


async def write(done):
    await asyncio.sleep(0.01)
    done.append("b")


async def run():
    done = []
    tasks = [asyncio.create_task(fail()), asyncio.create_task(write(done))]
    try:
        await asyncio.gather(*tasks)
    except ValueError as error:
        await tasks[1]
        return type(error).__name__, done


def main():
    return asyncio.run(run())
