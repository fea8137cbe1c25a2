"""While something blocks, the loop goes on: what blocks ends only once the other has had its turns."""

import asyncio
import time

import answer

ticks = []


def compute(number):
    while len(ticks) < 2:
        time.sleep(0.01)
    return number * number


async def tick():
    for _ in range(2):
        await asyncio.sleep(0.01)
        ticks.append(1)


def main():
    return asyncio.run(answer.both(compute, 3, tick)) == 9 and len(ticks) == 2
