"""right: each process has a loop of its own.

returns: [1, 4]
"""

import asyncio
from multiprocessing import Process, Queue


async def square(number):
    await asyncio.sleep(0)
    return number * number


async def both(number):
    async with asyncio.TaskGroup() as group:
        task = group.create_task(square(number))
    return task.result()


def work(number, queue):
    queue.put(asyncio.run(both(number)))


def main():
    queue = Queue()
    processes = [Process(target=work, args=(number, queue)) for number in (1, 2)]
    for process in processes:
        process.start()
    results = sorted(queue.get() for _ in processes)
    for process in processes:
        process.join()
    return results
