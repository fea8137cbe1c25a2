# WRONG - rule 2
# bob is to look while ada still has the lock
def turns():
    return ["ada", "ada", "bob", "bob"]
