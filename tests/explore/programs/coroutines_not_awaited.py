"""wrong (M80): a call of an async function runs nothing.

only: spawn
returns: []
"""

import asyncio


async def work(seen):
    seen.append("done")


async def run():
    seen = []
    work(seen)
    await asyncio.sleep(0.01)
    return seen


def main():
    return asyncio.run(run())
