# WRONG - rule 2
# ada is to take a letter that bob has taken
def turns():
    return ["eve", "ada", "bob", "bob", "ada"]
