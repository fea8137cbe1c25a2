# WRONG - rule 2
# more steps than bob has
def turns():
    return ["ada"] + ["bob"] * 5 + ["ada"]
