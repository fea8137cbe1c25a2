"""right: an array without a lock shows its bytes, to views and to struct.

returns: [[1, 9, 5], "<i", 12, 3, True]
"""

import struct
from multiprocessing import Process, RawArray, RawValue


def work(numbers):
    with memoryview(numbers).cast("B") as content:
        content[4:8] = struct.pack("i", 9)
    struct.pack_into("i", numbers, 8, 5)


def main():
    numbers = RawArray("i", [1, 2, 3])
    worker = Process(target=work, args=(numbers,))
    worker.start()
    worker.join()
    view = memoryview(numbers)
    same = bytes(numbers) == struct.pack("3i", *numbers) and bytes(RawValue("q", 7)) == struct.pack("q", 7)
    return [list(numbers), view.format, view.nbytes, len(view), same]
