"""wrong: what a task raises is lost if nobody asks for it.

only: spawn
returns: "fine"
"""

import asyncio


async def fail():
    raise ValueError("no")


async def run():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task
    return "fine"


def main():
    return asyncio.run(run())
