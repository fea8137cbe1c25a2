# WRONG - rule 2
# a turn after the end of both
def turns():
    return ["ada"] * 3 + ["bob"] * 8 + ["ada"] * 6
