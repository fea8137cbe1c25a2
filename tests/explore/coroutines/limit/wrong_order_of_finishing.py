import asyncio


async def fetch_all(names, fetch, limit):
    gate, results = asyncio.Semaphore(limit), []

    async def one(name):
        async with gate:
            results.append(await fetch(name))

    await asyncio.gather(*(one(name) for name in names))
    return results
