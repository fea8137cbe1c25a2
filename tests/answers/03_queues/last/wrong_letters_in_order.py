# WRONG - rule 3
# ada has put her letter before bob puts None
def turns():
    return ["ada"] * 2 + ["bob"] * 3 + ["ada", "bob"]
