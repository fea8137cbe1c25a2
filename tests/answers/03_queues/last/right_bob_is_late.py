# right
# the other way round, and eve reads at once
def turns():
    found = []
    for name, steps in (("bob", 2), ("ada", 4), ("eve", 4)):
        found.extend([name] * steps)
    return found
