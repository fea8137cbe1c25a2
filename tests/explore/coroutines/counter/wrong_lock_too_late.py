import asyncio


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = asyncio.Lock()

    async def deposit(self, amount, save):
        balance = self.balance + amount
        async with self.lock:
            await save(balance)
            self.balance = balance
