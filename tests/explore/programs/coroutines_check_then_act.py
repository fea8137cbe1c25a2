"""wrong (M83): whether the page is there was asked before the await, and is no longer true after it.

only: spawn
returns: 2
"""

import asyncio

cache, fetched = {}, []


async def fetch(page):
    if page not in cache:
        await asyncio.sleep(0.01)
        fetched.append(page)
        cache[page] = True


async def run():
    await asyncio.gather(fetch("a"), fetch("a"))
    return len(fetched)


def main():
    return asyncio.run(run())
