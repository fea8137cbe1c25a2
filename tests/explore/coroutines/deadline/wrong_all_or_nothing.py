import asyncio


async def within(seconds, jobs):
    try:
        return await asyncio.wait_for(asyncio.gather(*(job() for job in jobs)), seconds)
    except TimeoutError:
        return []
