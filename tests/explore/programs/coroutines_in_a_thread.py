"""right: what blocks is done by a thread, and the loop goes on.

only: spawn
returns: (["woken"], 7)
"""

import asyncio
import time


def slow(number):
    time.sleep(0.05)
    return number


async def run():
    seen = []
    event = asyncio.Event()

    async def wait():
        await event.wait()
        seen.append("woken")

    waiting = asyncio.create_task(wait())
    slow_one = asyncio.create_task(asyncio.to_thread(slow, 7))
    await asyncio.sleep(0)
    event.set()
    await waiting
    return seen, await slow_one


def main():
    return asyncio.run(run())
