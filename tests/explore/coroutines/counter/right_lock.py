import asyncio


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = asyncio.Lock()

    async def deposit(self, amount, save):
        async with self.lock:
            balance = self.balance + amount
            await save(balance)
            self.balance = balance
