"""right: a loop of one's own, run by hand.

only: spawn
returns: (3, True)
"""

import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


def main():
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(add(1, 2)), loop.is_closed() is False
    finally:
        loop.close()
