# right
# a loop over both names, then all that ada does
def turns():
    looks = [name for name in ("ada", "eve")]
    return looks + ["ada"] * 3
