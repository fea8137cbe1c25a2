# WRONG - rule 1
# the parent has no turns
def turns():
    return ["main", "ada", "bob"]
