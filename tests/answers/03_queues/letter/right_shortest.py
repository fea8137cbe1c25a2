# right
# both look; when the turns are used up one takes it
def turns():
    return ["ada", "eve"]
