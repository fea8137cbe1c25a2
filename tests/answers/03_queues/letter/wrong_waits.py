# WRONG - rule 2
# eve is to take what ada has taken
def turns():
    return ["ada", "eve", "ada", "ada", "eve", "eve"]
