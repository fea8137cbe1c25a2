# WRONG - rule 2
# The parent does the work itself.


def one_after_another(job, items, workers):
    return [job(item) for item in items]


def all_at_once(job, items, workers, submitted):
    results = [job(item) for item in items]
    submitted()
    return results
