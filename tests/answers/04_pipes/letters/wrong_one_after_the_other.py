# WRONG - rule 3
# each fetches a letter, and looks before it does
def turns():
    return ["eve", "eve", "ada", "ada", "bob", "bob"]
