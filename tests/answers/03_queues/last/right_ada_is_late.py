# right
# ada has the number 1, and bob does it all
def turns():
    ada_takes_a_number = ["ada"] * 2
    return ada_takes_a_number + ["bob"] * 4
