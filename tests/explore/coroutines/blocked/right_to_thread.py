import asyncio


async def both(compute, number, tick):
    result, _ = await asyncio.gather(asyncio.to_thread(compute, number), tick())
    return result
