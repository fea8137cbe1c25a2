# WRONG - rule 3
# bob brings both before eve comes
def turns():
    return ["ada"] * 3 + ["bob"] * 10 + ["eve"] * 7
