# WRONG - rule 3
# ada has written her name before bob looks
def turns():
    return ["ada"] * 2 + ["bob"]
