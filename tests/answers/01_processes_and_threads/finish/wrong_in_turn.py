# WRONG - rule 3
# step by step in turn: ada finds bob's name
def turns():
    return ["ada", "bob"] * 3
