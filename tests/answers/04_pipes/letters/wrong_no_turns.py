# WRONG - rule 3
# leaves it to the three
def turns():
    return []
