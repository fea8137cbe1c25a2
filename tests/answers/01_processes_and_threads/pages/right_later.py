# right
# bob's first page and ada's meet, and then it goes on as far as two
def turns():
    stands_still = "bob"
    order = [stands_still, *["ada"] * 4, stands_still]
    order.append("ada")
    while order.count(stands_still) < 6:
        order.append(stands_still)
    return order
