# WRONG - rule 2
# bob is to take a number while it is ada's turn
def turns():
    return ["ada", "bob", "bob"]
