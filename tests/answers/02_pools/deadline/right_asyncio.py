# right
# Futures that a loop of coroutines waits for.
import asyncio
from concurrent.futures import ProcessPoolExecutor


async def wait_for_all(executor, job, items, seconds):
    results, late = {}, []
    loop = asyncio.get_running_loop()
    futures = [loop.run_in_executor(executor, job, item) for item in items]
    for item, future in zip(items, futures):
        try:
            results[item] = await asyncio.wait_for(asyncio.shield(future), seconds)
        except asyncio.TimeoutError:
            late.append(item)
    for process in list(executor._processes.values()):
        process.terminate()
    executor.shutdown(cancel_futures=True)
    return results, late


def in_time(job, items, seconds, workers):
    return asyncio.run(wait_for_all(ProcessPoolExecutor(workers), job, items, seconds))
