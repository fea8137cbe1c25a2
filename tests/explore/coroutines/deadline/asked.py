"""What is done in time, the others cancelled, and nobody left behind when it returns."""

import asyncio

import answer

tidied = []


async def quick():
    await asyncio.sleep(0.01)
    return "quick"


async def slow():
    try:
        await asyncio.Event().wait()
    finally:
        await asyncio.sleep(0)
        tidied.append(True)


async def ask():
    done = await answer.within(5, [quick, slow])
    return done == ["quick"] and tidied == [True] and len(asyncio.all_tasks()) == 1


def main():
    return asyncio.run(ask())
