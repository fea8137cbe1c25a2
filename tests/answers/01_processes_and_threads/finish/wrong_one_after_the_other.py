# WRONG - rule 3
# ada has won before bob looks
def turns():
    return ["ada"] * 4 + ["bob"]
