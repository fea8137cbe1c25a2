# WRONG - rule 3
# both sleep, and each is woken by a parcel of her own
def turns():
    return ["ada"] * 3 + ["eve"] * 3 + ["bob"] * 10
