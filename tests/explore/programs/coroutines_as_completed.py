"""wrong: as_completed gives the results in the order in which they come.

only: spawn
returns: ["a", "b"], ["b", "a"]
"""

import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def run():
    tasks = [asyncio.create_task(fetch("a", 0.01)), asyncio.create_task(fetch("b", 0.02))]
    return [await each for each in asyncio.as_completed(tasks)]


def main():
    return asyncio.run(run())
