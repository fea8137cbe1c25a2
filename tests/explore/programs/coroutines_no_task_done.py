"""wrong: join waits for a task_done that nobody says.

only: spawn
hangs: always
"""

import asyncio


async def work(queue):
    while True:
        await queue.get()


async def run():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    worker = asyncio.create_task(work(queue))
    await queue.join()
    worker.cancel()


def main():
    return asyncio.run(run())
