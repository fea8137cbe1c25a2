"""Programs that hang, or end against expectation.

They are run from outside, never in the notebook's own kernel.
"""

import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, active_children

from manyhands.workers.pools import CHORES, chore, drop, leave, vanish


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


def leave_a_pool():
    """One of the tasks calls sys.exit."""
    with Pool(2) as pool:
        return pool.starmap(leave, [(name, 0.1) for name in CHORES], chunksize=1)


def leave_an_executor():
    """The same, and somebody asks for its result."""
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(leave, "plants", 0.1).result()


def lose_the_key():
    """An initializer that fails."""
    raise KeyError("toolbox")


def pool_without_a_key():
    """Nobody gets to a task. Looks at who comes, until five have been there."""
    with Pool(1, initializer=lose_the_key) as pool:
        handle = pool.apply_async(chore, ("dishes", 0.1))
        came = set()
        while len(came) < 5:
            came |= {worker.pid for worker in active_children()}
            time.sleep(0.01)
        return f"{len(came)} workers came; the task is done: {handle.ready()}"


def executor_without_a_key():
    """The same initializer, in an executor."""
    with ProcessPoolExecutor(1, initializer=lose_the_key) as executor:
        return executor.submit(chore, "dishes", 0.1).result()
