"""wrong (M82): a sleep that is not awaited stops the whole loop.

only: spawn
returns: ["a begins", "a ends", "b begins"]
"""

import asyncio
import time


async def block(seen):
    seen.append("a begins")
    time.sleep(0.05)
    seen.append("a ends")


async def other(seen):
    seen.append("b begins")


async def run():
    seen = []
    await asyncio.gather(block(seen), other(seen))
    return seen


def main():
    return asyncio.run(run())
