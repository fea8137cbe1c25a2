# right
# ada is awake already, but eve has the lock first
def turns():
    turns = []
    for name, steps in [("ada", 3), ("bob", 5), ("ada", 1), ("eve", 1)]:
        turns += steps * [name]
    return turns
