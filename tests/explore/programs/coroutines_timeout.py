"""right: who is late is cancelled, and tidies up.

only: spawn
returns: ["tidied", "late"]
"""

import asyncio


async def run():
    seen = []
    try:
        async with asyncio.timeout(0.05):
            try:
                await asyncio.Event().wait()
            finally:
                seen.append("tidied")
    except TimeoutError:
        seen.append("late")
    return seen


def main():
    return asyncio.run(run())
