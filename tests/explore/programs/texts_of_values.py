"""right: the text of a value tells what it holds, that of an array does not.

returns: True
"""

from multiprocessing import Array, RawArray, RawValue, Value

DUE = [
    "<Synchronized wrapper for c_int(3)>",
    "c_double(0.5)",
    "<SynchronizedArray wrapper for",
    "c_int_Array_2",
    "<SynchronizedString wrapper for",
]


def main():
    texts = [str(Value("i", 3)), repr(RawValue("d", 0.5)), repr(Array("i", 2)).split(" <")[0]]
    texts.append(repr(RawArray("i", 2)).split()[0].split(".")[-1])
    return [*texts, repr(Array("c", 2)).split(" <")[0]] == DUE
