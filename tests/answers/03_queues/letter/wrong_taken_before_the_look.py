# WRONG - rule 3
# ada has it in hand when eve looks
def turns():
    return ["ada", "ada", "ada", "eve"]
