import asyncio


async def both(compute, number, tick):
    computed = asyncio.to_thread(compute, number)
    await tick()
    computed.close()
    return computed
