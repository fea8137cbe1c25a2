# right
# the other way round: bob looks, and ada takes what he has seen
def turns():
    order = []
    for name, steps in (("eve", 2), ("bob", 1), ("ada", 5)):
        order.extend([name] * steps)
    return order
