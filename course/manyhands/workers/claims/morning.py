"""Two come for letters, and there is one."""

from multiprocessing import Process, Queue


def take(letters, taken):
    letter = None
    if not letters.empty():
        letter = letters.get()
    taken.put(letter)


def morning():
    letters, taken = Queue(), Queue()
    letters.put("a letter")
    args = letters, taken
    ada = Process(target=take, args=args, name="ada")
    eve = Process(target=take, args=args, name="eve")
    ada.start()
    eve.start()
    found = [taken.get(), taken.get()]
    ada.join()
    eve.join()
    return found
