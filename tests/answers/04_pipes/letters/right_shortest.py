# right
# as few turns as there can be: both look, and bob goes on by himself
def turns():
    letters, looks = 2, 1
    return ["eve"] * letters + ["ada", "bob"] * looks
