# right
# a Value for each name, in a dict
import multiprocessing


def look(count, name, shared):
    shared.value = count(name)


def count_all(count, names):
    shared = {name: multiprocessing.Value("l", 0) for name in names}
    children = []
    for name in names:
        child = multiprocessing.Process(target=look, args=(count, name, shared[name]))
        child.start()
        children.append(child)
    for child in children:
        child.join()
    return [shared[name].value for name in names]
