# right
# the first letter goes well; both look at the second one
def turns():
    return ["eve", "ada", "ada", "eve", "bob", "ada", "ada"]
