import asyncio


async def within(seconds, jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    done, _ = await asyncio.wait(tasks, timeout=seconds)
    return [task.result() for task in tasks if task in done]
