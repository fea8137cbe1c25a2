# WRONG - rule 3
# ada has taken the letter before eve looks
def turns():
    return ["ada"] * 4 + ["eve"] * 2
