"""Programs that hang. They are run from outside, never in the notebook's own kernel."""

from multiprocessing import Pool

from manyhands.workers.pools import CHORES, chore, drop, vanish


def count_in_callback():
    """The callback raises: a string cannot be added to a number."""
    total = 0

    def count(result):
        nonlocal total
        total += result

    with Pool(1) as pool:
        handle = pool.apply_async(chore, ("dishes", 0.1), callback=count)
        return handle.get()


def break_a_cup():
    """The task raises an exception that needs two arguments to be made again."""
    with Pool(1) as pool:
        return pool.apply(drop, ("the cup",))


def leave_too_early():
    """The block ends before the results are asked for."""
    with Pool(2) as pool:
        handles = [pool.apply_async(chore, (name, 0.3)) for name in CHORES]
    for handle in handles:
        handle.get()


def lose_a_worker():
    """One of the workers is gone in the middle of its task."""
    with Pool(2) as pool:
        return pool.starmap(vanish, [(name, 0.1) for name in CHORES], chunksize=1)
