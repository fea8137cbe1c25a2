# WRONG - rule 1
# numbers of the processes
def turns():
    return [1, 1, 1, 3, 3, 3, 3, 3, 2]
