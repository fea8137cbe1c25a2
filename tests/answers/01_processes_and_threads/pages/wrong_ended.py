# WRONG - rule 2
# more pages than bob has
def turns():
    return ["ada"] + ["bob"] * 7 + ["ada"] * 5
