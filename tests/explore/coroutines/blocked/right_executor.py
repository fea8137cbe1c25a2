import asyncio


async def both(compute, number, tick):
    loop = asyncio.get_running_loop()
    computed = loop.run_in_executor(None, compute, number)
    await tick()
    return await computed
