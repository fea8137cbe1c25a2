"""wrong (M30): a longer sleep does not make sure that another is done.

only: spawn
returns: ["a", "b"], ["b", "a"]
"""

import asyncio


async def work(name, seconds, done):
    await asyncio.sleep(seconds)
    done.append(name)


async def run():
    done = []
    await asyncio.gather(work("a", 0.01, done), work("b", 0.1, done))
    return done


def main():
    return asyncio.run(run())
