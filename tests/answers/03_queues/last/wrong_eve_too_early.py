# WRONG - rule 2
# eve is to take a letter before there is one
def turns():
    return ["eve"] * 2 + ["ada"] * 2 + ["bob"] * 4
