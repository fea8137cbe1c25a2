"""right: join waits until everything is done; then the workers are cancelled.

only: spawn
returns: ([0, 1, 2], [True, True])
"""

import asyncio


async def work(queue, done):
    while True:
        number = await queue.get()
        await asyncio.sleep(0.01)
        done.append(number)
        queue.task_done()


async def run():
    queue, done = asyncio.Queue(), []
    for number in range(3):
        queue.put_nowait(number)
    workers = [asyncio.create_task(work(queue, done)) for _ in range(2)]
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    return sorted(done), [worker.cancelled() for worker in workers]


def main():
    return asyncio.run(run())
