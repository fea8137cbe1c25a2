"""wrong: the reader sees the first of two changes and not the second; found with two preemptions.

returns: True, False
"""

from multiprocessing import Process, Queue, Value


def change(number):
    number.value = 1
    number.value = 2


def look(number, seen):
    first = number.value
    second = number.value
    seen.put((first, second))


def main():
    number, seen = Value("i", 0), Queue()
    workers = [Process(target=look, args=(number, seen)), Process(target=change, args=(number,))]
    for each in workers:
        each.start()
    found = seen.get()
    for each in workers:
        each.join()
    return found != (0, 1)
