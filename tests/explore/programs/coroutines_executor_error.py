"""right: what a thread raises is raised where it is awaited.

only: spawn
returns: "ValueError: no"
"""

import asyncio


def fail():
    raise ValueError("no")


async def run():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(None, fail)
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


def main():
    return asyncio.run(run())
