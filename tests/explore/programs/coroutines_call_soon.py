"""right: callbacks are called in the order in which they were handed over.

only: spawn
returns: [1, 2, 3]
"""

import asyncio


async def run():
    loop, seen, over = asyncio.get_running_loop(), [], asyncio.Event()
    for number in (1, 2, 3):
        loop.call_soon(seen.append, number)
    loop.call_soon(over.set)
    await over.wait()
    return seen


def main():
    return asyncio.run(run())
