# WRONG - rule 1
# the names that the card shows
def turns():
    return ["main/ada"] + ["main/bob"] * 4
