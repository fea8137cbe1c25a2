"""right: a future is set by one, and awaited by two.

only: spawn
returns: [7, 7]
"""

import asyncio


async def wait(future):
    return await future


async def run():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(wait(future)) for _ in range(2)]
    await asyncio.sleep(0.01)
    future.set_result(7)
    return await asyncio.gather(*tasks)


def main():
    return asyncio.run(run())
