"""right: what is called later comes when its time has come, and not if it is cancelled.

only: spawn
returns: ["soon", "late"]
"""

import asyncio


async def run():
    loop, seen, over = asyncio.get_running_loop(), [], asyncio.Event()
    loop.call_later(0.6, over.set)
    loop.call_later(0.3, seen.append, "late")
    loop.call_later(0.2, seen.append, "never").cancel()
    loop.call_soon(seen.append, "soon")
    await over.wait()
    await asyncio.sleep(2)
    return seen


def main():
    return asyncio.run(run())
