# WRONG - rule 2
# bob still has the lock when eve is to take it
def turns():
    return ["ada"] * 3 + ["bob"] * 4 + ["eve"] * 7
