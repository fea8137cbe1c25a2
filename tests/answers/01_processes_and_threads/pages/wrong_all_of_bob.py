# WRONG - rule 3
# all of bob's pages are lost, and none of ada's
def turns():
    return ["ada"] + ["bob"] * 6 + ["ada"] * 5
