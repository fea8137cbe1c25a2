"""wrong: a task that awaits itself.

only: spawn
raises: RuntimeError
"""

import asyncio


async def run():
    await asyncio.current_task()


def main():
    return asyncio.run(run())
