"""right: errors name queues and values by what these are called.

returns: [True, "'Synchronized' object", "'SynchronizedArray' object", "'c_int' object", "TypeError"]
"""

from multiprocessing import Array, Queue, RawValue, Value


def start_of_error(thing):
    try:
        return thing.colour
    except AttributeError as error:
        return str(error).split(" has ")[0]


def main():
    queue = Queue()
    queue.close()
    try:
        queue.put(1)
    except ValueError as error:
        named = str(error).startswith("Queue <multiprocessing.queues.Queue object at 0x")
    things = [Value("i"), Array("i", 1), RawValue("i")]
    try:
        Value("zz")
    except TypeError as error:
        return [named, *map(start_of_error, things), type(error).__name__]
