"""right: gather can hand out the exceptions among the results.

only: spawn
returns: [1, "ValueError", 3]
"""

import asyncio


async def half(number):
    await asyncio.sleep(0)
    if number % 2 == 0:
        raise ValueError(number)
    return number


async def run():
    results = await asyncio.gather(*map(half, (1, 2, 3)), return_exceptions=True)
    return [each if isinstance(each, int) else type(each).__name__ for each in results]


def main():
    return asyncio.run(run())
