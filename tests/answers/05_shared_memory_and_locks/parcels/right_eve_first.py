# right
# ada sleeps, bob brings one, and eve takes it
def turns():
    return ["ada"] * 3 + ["bob"] * 5 + ["eve"]
