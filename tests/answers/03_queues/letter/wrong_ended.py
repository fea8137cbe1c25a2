# WRONG - rule 2
# more steps than ada has
def turns():
    return ["ada"] * 5 + ["eve"]
