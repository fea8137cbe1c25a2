"""wrong (M81): awaits one after the other do not overlap.

only: spawn
returns: ["a begins", "a ends", "b begins", "b ends"]
"""

import asyncio


async def work(name, seen):
    seen.append(f"{name} begins")
    await asyncio.sleep(0.01)
    seen.append(f"{name} ends")


async def run():
    seen = []
    await work("a", seen)
    await work("b", seen)
    return seen


def main():
    return asyncio.run(run())
