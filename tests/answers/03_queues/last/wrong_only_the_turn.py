# WRONG - rule 3
# ada has a turn at the numbers, and no number yet
def turns():
    return ["ada"] + ["ada"] * 2 + ["bob"] * 4
