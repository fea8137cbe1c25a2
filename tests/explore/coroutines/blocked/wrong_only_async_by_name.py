import asyncio


async def both(compute, number, tick):
    async def computed():
        return compute(number)

    result, _ = await asyncio.gather(computed(), tick())
    return result
