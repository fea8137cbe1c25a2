# WRONG - rule 2
# more steps than ada has
def turns():
    return ["ada"] * 9 + ["bob"] * 8
