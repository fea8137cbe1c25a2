class Account:
    def __init__(self):
        self.balance = 0

    async def deposit(self, amount, save):
        balance = self.balance + amount
        await save(balance)
        self.balance = balance
