"""wrong (M83): the second comes when the first is done, if it is.

only: spawn
returns: 1, 2
"""

import asyncio


class Account:
    balance = 0


async def pay_in(account, after):
    await asyncio.sleep(after)
    seen = account.balance
    await asyncio.sleep(0.02)
    account.balance = seen + 1


async def run():
    account = Account()
    await asyncio.gather(pay_in(account, 0.01), pay_in(account, 0.2))
    return account.balance


def main():
    return asyncio.run(run())
