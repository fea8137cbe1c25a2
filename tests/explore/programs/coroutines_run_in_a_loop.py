"""wrong (M87): asyncio.run works only where no loop runs.

only: spawn
raises: RuntimeError
"""

import asyncio


async def inner():
    return 1


async def run():
    coroutine = inner()
    try:
        return asyncio.run(coroutine)
    finally:
        coroutine.close()


def main():
    return asyncio.run(run())
