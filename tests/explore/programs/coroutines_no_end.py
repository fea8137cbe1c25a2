"""wrong: a task that only lets the others go on never ends.

only: spawn
hangs: always
"""

import asyncio


async def run():
    while True:
        await asyncio.sleep(0)


def main():
    return asyncio.run(run())
