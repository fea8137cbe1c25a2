# WRONG - rule 3
# ada has sold the ticket before bob looks
def turns():
    return ["ada"] * 8 + ["bob"] * 3
