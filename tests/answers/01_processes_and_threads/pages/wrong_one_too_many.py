# WRONG - rule 2
# ada has read her three pages
def turns():
    return ["ada"] + ["bob"] * 4 + ["ada", "bob"] + ["ada"] * 5 + ["bob"]
