import asyncio


async def fetch_all(names, fetch, limit):
    return await asyncio.gather(*(fetch(name) for name in names))
