# right
# every step of both, the other way round
def turns():
    look, sell = 3, 5
    return ["bob"] * look + ["ada"] * (look + sell) + ["bob"] * sell
