# right
# the other way round, with every step up to the one that goes wrong
def turns():
    sleeps, brings, takes = ["eve"] * 3, ["bob"] * 5, ["ada"] * 7
    wakes = ["eve"] * 4
    return [*sleeps, *brings, *takes, *wakes]
