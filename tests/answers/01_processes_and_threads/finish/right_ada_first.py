# right
# ada has won before bob writes
def turns():
    looks = ["bob", "ada"]
    return looks + ["ada"] * 3 + ["bob"] * 3
