"""right: two workers take from one queue; each is told to end.

only: spawn
returns: [0, 1, 4, 9]
"""

import asyncio


async def work(queue, done):
    while (number := await queue.get()) is not None:
        await asyncio.sleep(0)
        done.append(number * number)


async def run():
    queue, done = asyncio.Queue(maxsize=2), []
    workers = [asyncio.create_task(work(queue, done)) for _ in range(2)]
    for number in range(4):
        await queue.put(number)
    for _ in workers:
        await queue.put(None)
    await asyncio.gather(*workers)
    return sorted(done)


def main():
    return asyncio.run(run())
