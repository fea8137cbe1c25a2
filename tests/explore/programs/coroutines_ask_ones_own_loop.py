"""wrong: a coroutine waits, blocking, for what its own loop is to do.

only: spawn
hangs: always
"""

import asyncio


async def answer():
    return 42


async def run():
    return asyncio.run_coroutine_threadsafe(answer(), asyncio.get_running_loop()).result()


def main():
    return asyncio.run(run())
