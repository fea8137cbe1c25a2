"""Two wait for a parcel each, one brings them."""

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
    parcels = Value("i", 0, lock=False)
    left = Array("i", 2, lock=False)
    bell = Condition()
    args = parcels, bell
    ada = Process(target=take, args=(*args, left, 0), name="ada")
    eve = Process(target=take, args=(*args, left, 1), name="eve")
    bob = Process(target=bring, args=args, name="bob")
    for process in (ada, eve, bob):
        process.start()
    for process in (ada, eve, bob):
        process.join()
    return list(left)
