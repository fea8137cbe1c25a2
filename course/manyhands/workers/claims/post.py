"""Two write a letter each; the second one says that there are no more."""

from multiprocessing import Process, Queue


def write(numbers, letters, letter):
    number = numbers.get()
    letters.put(letter)
    if number == 2:
        letters.put(None)


def read(letters, found):
    taken = []
    while (letter := letters.get()) is not None:
        taken.append(letter)
    found.put(taken)


def post():
    numbers, letters, found = Queue(), Queue(), Queue()
    numbers.put(1)
    numbers.put(2)
    ada = Process(target=write, args=(numbers, letters, "from ada"), name="ada")
    bob = Process(target=write, args=(numbers, letters, "from bob"), name="bob")
    eve = Process(target=read, args=(letters, found), name="eve")
    for process in (ada, bob, eve):
        process.start()
    taken = found.get()
    for process in (ada, bob, eve):
        process.join()
    return taken
