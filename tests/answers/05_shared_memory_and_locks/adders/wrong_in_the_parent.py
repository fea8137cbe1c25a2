# WRONG - rule 1
# no process is started
def add_up(fetch, names):
    return sum(sum(fetch(name)) for name in names)
