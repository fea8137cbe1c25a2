"""Results in the order of the names, two at once and never three."""

import asyncio

import answer

inside = most = 0


async def fetch(name):
    global inside, most
    inside += 1
    most = max(most, inside)
    await asyncio.sleep(0.01)
    inside -= 1
    return name.upper()


def main():
    result = asyncio.run(answer.fetch_all(["a", "b", "c"], fetch, 2))
    return result == ["A", "B", "C"] and most == 2
