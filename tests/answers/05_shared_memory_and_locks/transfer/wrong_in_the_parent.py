# WRONG - rule 1
# no process is started
def settle(approve, balances, transfers):
    accounts = list(balances)
    for source, target, amount in transfers:
        if accounts[source] >= amount and approve((source, target, amount)):
            accounts[source] -= amount
            accounts[target] += amount
    return accounts
