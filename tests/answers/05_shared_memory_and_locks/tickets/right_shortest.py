# right
# as few turns as there can be: after the last of them bob goes on by himself
def turns():
    return ["ada", "ada", "ada", "bob"]
