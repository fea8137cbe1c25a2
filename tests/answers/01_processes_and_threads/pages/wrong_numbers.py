# WRONG - rule 1
# numbers of the threads
def turns():
    return [1, 2, 2, 2, 2, 1, 2, 1, 1, 1, 1, 2]
