# WRONG - rule 1
# a name by itself is no list
def turns():
    return "ada"
