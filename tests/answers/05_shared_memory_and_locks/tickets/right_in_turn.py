# right
# both look, then both sell
def turns():
    found = []
    for steps in (3, 5):
        for name in ("ada", "bob"):
            found.extend([name] * steps)
    return found
