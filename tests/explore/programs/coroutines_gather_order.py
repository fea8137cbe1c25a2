"""right: gather gives the results in the order in which it was asked, whoever is done first.

only: spawn
returns: ["a", "b", "c"]
"""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def run():
    return await asyncio.gather(fetch("a", 0.03), fetch("b", 0.01), fetch("c", 0))


def main():
    return asyncio.run(run())
