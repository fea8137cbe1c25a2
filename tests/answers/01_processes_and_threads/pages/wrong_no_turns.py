# WRONG - rule 3
# leaves it to the two
def turns():
    return []
