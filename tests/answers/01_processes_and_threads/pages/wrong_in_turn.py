# WRONG - rule 3
# in turn: one of two additions is lost, each time
def turns():
    return ["ada", "bob"] * 6
