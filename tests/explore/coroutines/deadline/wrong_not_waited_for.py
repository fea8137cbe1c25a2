import asyncio


async def within(seconds, jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    done, late = await asyncio.wait(tasks, timeout=seconds)
    for task in late:
        task.cancel()
    return [task.result() for task in tasks if task in done]
