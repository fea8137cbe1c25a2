import asyncio


async def fetch_all(names, fetch, limit):
    results, left = {}, iter(enumerate(names))

    async def work():
        for place, name in left:
            results[place] = await fetch(name)

    async with asyncio.TaskGroup() as group:
        for _ in range(limit):
            group.create_task(work())
    return [results[place] for place in sorted(results)]
