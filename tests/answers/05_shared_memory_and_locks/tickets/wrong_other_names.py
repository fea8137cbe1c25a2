# WRONG - rule 1
# the names that Python would have given
def turns():
    return ["Process-1"] * 3 + ["Process-2"]
