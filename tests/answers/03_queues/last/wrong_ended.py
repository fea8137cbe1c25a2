# WRONG - rule 2
# more steps than bob has
def turns():
    return ["ada"] * 2 + ["bob"] * 6
