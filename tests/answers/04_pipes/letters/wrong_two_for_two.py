# WRONG - rule 3
# both look at once, but there is a letter for each
def turns():
    return ["eve", "eve", "ada", "bob", "ada", "bob"]
