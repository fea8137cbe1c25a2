# WRONG - rule 1
# one text with the names in it
def turns():
    return "ada bob"
