"""right: one runner, one loop for two coroutines.

only: spawn
returns: (1, 2, True)
"""

import asyncio


async def work(number, loops):
    await asyncio.sleep(0)
    loops.append(asyncio.get_running_loop())
    return number


def main():
    loops = []
    with asyncio.Runner() as runner:
        first, second = runner.run(work(1, loops)), runner.run(work(2, loops))
    return first, second, loops[0] is loops[1]
