"""wrong: a release too many is an error.

only: spawn
raises: ValueError
"""

import asyncio


async def run():
    limit = asyncio.BoundedSemaphore(1)
    async with limit:
        pass
    limit.release()


def main():
    return asyncio.run(run())
