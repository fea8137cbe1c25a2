import asyncio


async def fetch_all(names, fetch, limit):
    gate = asyncio.Semaphore(limit)

    async def one(name):
        async with gate:
            return await fetch(name)

    return await asyncio.gather(*(one(name) for name in names))
