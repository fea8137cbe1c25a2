# right
# as few turns as there can be: both look, and bob goes on by himself
def turns():
    return ["eve", "eve", "ada", "bob"]
