# right
# the first letter goes well; both look at the second one
def turns():
    order = []
    for steps in (["eve"], ["ada", "ada"], ["eve", "bob"], ["ada", "ada"]):
        order += steps
    return order
