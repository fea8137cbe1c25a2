# WRONG - rule 3
# both look at one letter, but the second comes for the one who waits
def turns():
    return ["eve", "ada", "bob", "bob"]
