# WRONG - rule 3
# both look while there is nothing, and go home
def turns():
    return ["ada", "bob", "eve", "eve"]
