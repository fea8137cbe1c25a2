"""Ada and bob read three pages each, and count them together."""

from threading import Thread

pages = 0


def read():
    global pages
    for _ in range(3):
        pages += 1


def afternoon():
    ada = Thread(target=read, name="ada")
    bob = Thread(target=read, name="bob")
    ada.start()
    bob.start()
    ada.join()
    bob.join()
    return pages
