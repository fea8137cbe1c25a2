# WRONG - rule 2
# ada is to wake up before anybody has rung
def turns():
    return ["ada"] * 4 + ["bob"] * 5 + ["eve"]
