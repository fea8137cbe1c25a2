"""How many workers the pools and executors of a process are to have."""

import functools


def begin() -> list[int | None]:
    """From now on note, in a list, the size of each pool and executor of this process.

    None for one that is not told, or is told by something that is no number.
    """
    from concurrent.futures import process  # here, for no worker needs them
    from multiprocessing import pool

    sizes: list[int | None] = []

    def noting(begin, name):
        @functools.wraps(begin)
        def noted(made, *arguments, **keywords):
            if not isinstance(made, pool.ThreadPool):
                size = arguments[0] if arguments else keywords.get(name)
                sizes.append(size if isinstance(size, int) else None)
            begin(made, *arguments, **keywords)

        return noted

    pool.Pool.__init__ = noting(pool.Pool.__init__, "processes")
    process.ProcessPoolExecutor.__init__ = noting(process.ProcessPoolExecutor.__init__, "max_workers")
    return sizes
