# right
# ada has looked twice when bob writes
def turns():
    found = []
    for name, steps in (("ada", 1), ("bob", 1), ("ada", 2), ("bob", 2), ("ada", 1), ("bob", 1)):
        found.extend([name] * steps)
    return found
