"""wrong (M88): asyncio.QueueEmpty is not queue.Empty.

only: spawn
raises: QueueEmpty
"""

import asyncio
import queue


async def run():
    try:
        asyncio.Queue().get_nowait()
    except queue.Empty:
        return "empty"


def main():
    return asyncio.run(run())
