# right
# as the count goes back twice
def turns():
    return ["ada", *["bob"] * 4, "ada", "bob", *["ada"] * 4]
