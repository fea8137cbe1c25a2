# right
# both look; when the turns are used up bob does the rest, and then ada
def turns():
    return ["ada", "bob"]
