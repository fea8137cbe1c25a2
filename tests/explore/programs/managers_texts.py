"""right: str of a proxy is the text of its object, repr that of the proxy; names with _ are not shared.

returns: ["[1]", "Namespace(x=1)", "Value('i', 3)", "<ListProxy object, typeid 'list'", 5]
"""

from multiprocessing import Manager


def main():
    with Manager() as manager:
        space, items = manager.Namespace(x=1), manager.list([1])
        space._own = 5
        texts = [str(items), str(space), str(manager.Value("i", 3))]
        return [*texts, repr(items).split(" at ")[0], space._own]
