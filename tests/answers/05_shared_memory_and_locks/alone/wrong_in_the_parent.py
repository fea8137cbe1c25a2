# WRONG - rule 1
# no process is started
def each_alone(arrive, job, items):
    noted = []
    for item in items:
        arrive(item)
        try:
            noted.append(job(item) or 0)
        except ValueError:
            noted.append(0)
    return noted
