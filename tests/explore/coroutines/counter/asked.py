"""No deposit is lost, however long it takes to save one."""

import asyncio

import answer


async def save(balance):
    await asyncio.sleep(0.01)


async def ask():
    account = answer.Account()
    await asyncio.gather(account.deposit(1, save), account.deposit(2, save))
    return account.balance == 3


def main():
    return asyncio.run(ask())
