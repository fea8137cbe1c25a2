# WRONG - rule 1
# pairs in place of names
def turns():
    return [("ada", "empty"), ("eve", "empty")]
