class Account:
    def __init__(self):
        self.balance = 0

    async def deposit(self, amount, save):
        self.balance += amount
        await save(self.balance)
