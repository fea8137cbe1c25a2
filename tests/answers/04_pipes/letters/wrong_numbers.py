# WRONG - rule 1
# numbers of processes
def turns():
    return [1, 2, 3]
