"""right: a thread tells the loop by call_soon_threadsafe.

only: spawn
returns: "told"
"""

import asyncio


async def run():
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    work = asyncio.create_task(asyncio.to_thread(loop.call_soon_threadsafe, told.set))
    await told.wait()
    await work
    return "told"


def main():
    return asyncio.run(run())
