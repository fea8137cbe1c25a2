# right
# both look at the first letter; bob takes it, and the second, which comes later
def turns():
    return ["eve", "ada", "bob"] + ["bob", "eve"] + ["bob"] * 3
