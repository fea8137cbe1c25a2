"""right: `pickle` refuses what is shared without a lock, an array in other words than a value.

returns: ["PicklingError", True, "TypeError", "cannot pickle 'mmap.mmap' object"]
"""

import pickle
from multiprocessing import RawArray, RawValue


def refusal(thing):
    try:
        pickle.dumps(thing)
    except (pickle.PicklingError, TypeError) as error:
        return [type(error).__name__, str(error)]


def main():
    kind, text = refusal(RawArray("i", 2))
    named = text.startswith("Can't pickle <class 'multiprocessing.sharedctypes.c_int_Array_2'>: ")
    return [kind, named, *refusal(RawValue("i"))]
