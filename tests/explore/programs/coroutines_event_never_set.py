"""wrong: nobody sets what is waited for.

only: spawn
hangs: always
"""

import asyncio


async def run():
    await asyncio.Event().wait()


def main():
    return asyncio.run(run())
