# WRONG - rule 2
# bob has found a name, and has ended
def turns():
    return ["ada", "ada", "bob", "bob"]
