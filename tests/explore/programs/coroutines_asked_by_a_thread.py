"""right: a thread has a coroutine run by the loop, and waits for its result.

only: spawn
returns: 42
"""

import asyncio


async def answer():
    await asyncio.sleep(0.01)
    return 42


def ask(loop):
    return asyncio.run_coroutine_threadsafe(answer(), loop).result()


async def run():
    return await asyncio.to_thread(ask, asyncio.get_running_loop())


def main():
    return asyncio.run(run())
