"""Ada and bob run a race; who comes first wins."""

from threading import Thread

first = None
winners = []


def run(name):
    global first
    if first is None:
        first = name
        if first == name:
            winners.append(name)


def race():
    ada = Thread(target=run, args=("ada",), name="ada")
    bob = Thread(target=run, args=("bob",), name="bob")
    ada.start()
    bob.start()
    ada.join()
    bob.join()
    return winners
