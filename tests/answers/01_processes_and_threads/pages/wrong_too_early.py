# WRONG - rule 3
# bob has written his last page before ada has counted hers
def turns():
    return ["ada"] + ["bob"] * 4 + ["ada", "bob", "bob"] + ["ada"] * 4
