# right
# eve looks first, and takes it when ada has looked
def turns():
    found = ["eve"]
    found.append("ada")
    found += ["eve"] * 3
    return found
