# right
# all steps of all three, ada last
def turns():
    return [*"ada ada bob bob bob bob eve eve eve eve eve ada".split()]
