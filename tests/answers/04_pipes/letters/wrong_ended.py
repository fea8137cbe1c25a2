# WRONG - rule 2
# ada has found nothing, and has gone home
def turns():
    return ["ada", "ada", "eve"]
