"""right: a coroutine may start a process, and joins it in a thread.

returns: 5
"""

import asyncio
from multiprocessing import Process, Value


def work(value):
    value.value = 5


async def run():
    value = Value("i", 0)
    process = Process(target=work, args=(value,))
    process.start()
    await asyncio.to_thread(process.join)
    return value.value


def main():
    return asyncio.run(run())
