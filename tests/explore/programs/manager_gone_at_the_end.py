"""right: at the end of the program the manager ends first, and whoever still waits for it gets an error.

returns: "ended"
"""

from multiprocessing import Manager, Process


def take(dishes):
    dishes.get()


def main():
    dishes = Manager().Queue()
    Process(target=take, args=(dishes,)).start()
    return "ended"
