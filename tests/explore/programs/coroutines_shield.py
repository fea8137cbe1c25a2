"""right: what is shielded goes on when who waits for it gives up.

only: spawn
returns: ("late", "saved")
"""

import asyncio


async def save(go):
    await go.wait()
    return "saved"


async def run():
    go = asyncio.Event()
    task = asyncio.create_task(save(go))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.05)
    except TimeoutError:
        go.set()
        return "late", await task


def main():
    return asyncio.run(run())
