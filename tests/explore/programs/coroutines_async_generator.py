"""right: an async generator that is left early is closed, and tidies up.

only: spawn
returns: ([0, 1], ["tidied"])
"""

import asyncio
import contextlib

tidied = []


async def count():
    try:
        for number in range(10):
            await asyncio.sleep(0)
            yield number
    finally:
        tidied.append("tidied")


async def run():
    seen = []
    async with contextlib.aclosing(count()) as numbers:
        async for number in numbers:
            seen.append(number)
            if number == 1:
                break
    return seen, tidied


def main():
    return asyncio.run(run())
