# WRONG -
def add_up(fetch, names):
    return sum(sum(fetch(name)) for name in names)
