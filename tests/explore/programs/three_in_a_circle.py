"""wrong (M51): each takes the fork at the left, then the one at the right.

returns: 3
hangs: sometimes
"""

from multiprocessing import Lock, Process, Value


def eat(left, right, meals):
    with left, right, meals.get_lock():
        meals.value += 1


def main():
    meals = Value("i", 0)
    forks = [Lock() for _ in range(3)]
    eaters = [Process(target=eat, args=(forks[n], forks[n - 1], meals)) for n in range(3)]
    for eater in eaters:
        eater.start()
    for eater in eaters:
        eater.join()
    return meals.value
