# right
# the other way round, to the end
def turns():
    order = []
    for name, steps in [("bob", 1), ("ada", 4), ("bob", 1), ("ada", 1), ("bob", 4), ("ada", 1)]:
        order += [name] * steps
    return order
