# WRONG - rule 1
# the parent takes no steps
def turns():
    return ["MainProcess", "eve", "ada", "bob"]
