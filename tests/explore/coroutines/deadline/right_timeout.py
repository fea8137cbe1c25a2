import asyncio
import contextlib


async def within(seconds, jobs):
    done = []

    async def one(job):
        done.append(await job())

    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds), asyncio.TaskGroup() as group:
            for job in jobs:
                group.create_task(one(job))
    return done
