import asyncio


async def both(compute, number, tick):
    task = asyncio.create_task(tick())
    result = compute(number)
    await task
    return result
