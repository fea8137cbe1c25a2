"""wrong: which of two threads is done first is not settled.

only: spawn
returns: ["a", "b"], ["b", "a"]
"""

import asyncio
import time


def slow(name, seconds):
    time.sleep(seconds)
    return name


async def run():
    done = []

    async def one(name, seconds):
        done.append(await asyncio.to_thread(slow, name, seconds))

    await asyncio.gather(one("a", 0.01), one("b", 0.02))
    return done


def main():
    return asyncio.run(run())
