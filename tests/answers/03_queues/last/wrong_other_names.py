# WRONG - rule 1
# numbers of the processes
def turns():
    return [1, 1, 2, 2, 2, 2]
