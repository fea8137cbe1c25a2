"""Two people wait for a parcel each; whoever brings one rings the bell."""

from multiprocessing import Array, Condition, Process, Value


def take(parcels, bell, left, n):
    with bell:
        if parcels.value == 0:
            bell.wait()
        parcels.value -= 1
        left[n] = parcels.value


def bring(parcels, bell):
    for _ in range(2):
        with bell:
            parcels.value += 1
            bell.notify()


def delivery():
    parcels, bell = Value("i", 0, lock=False), Condition()
    left = Array("i", 2, lock=False)
    people = [
        Process(target=take, args=(parcels, bell, left, 0), name="ada"),
        Process(target=take, args=(parcels, bell, left, 1), name="eve"),
        Process(target=bring, args=(parcels, bell), name="bob"),
    ]
    for process in people:
        process.start()
    for process in people:
        process.join()
    return list(left)
