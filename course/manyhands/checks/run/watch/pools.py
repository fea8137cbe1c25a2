"""The pools and executors of a process: how many workers each is to have, and whether somebody ends it."""

import functools


class Pools:
    """Those that this process has made since `begin`.

    sizes: the number of workers that each was asked to have; None for one that is not told, or is told by
    something that is no number. Pools of threads are not among these.
    """

    def __init__(self):
        self.sizes: list[int | None] = []
        self._open: dict[int, str] = {}

    @property
    def left(self) -> list[str]:
        """The classes of those that nobody has ended, by `terminate`, `join`, `shutdown` or leaving a `with`.

        Also of those that Python ended when it cleared them away.
        """
        return sorted(self._open.values())

    def made(self, pool: object, size: object) -> None:
        """Note a new one; size: None for one of threads."""
        self._open[id(pool)] = type(pool).__name__
        if size is not pool:
            self.sizes.append(size if isinstance(size, int) else None)

    def ended(self, pool: object) -> None:
        """Note that somebody has ended it."""
        self._open.pop(id(pool), None)


def begin() -> Pools:
    """From now on note each pool and executor of this process."""
    from concurrent.futures import process  # here, for no worker needs them
    from multiprocessing import pool

    noted = Pools()

    def making(make, name):
        @functools.wraps(make)
        def made(new, *arguments, **keywords):
            size = arguments[0] if arguments else keywords.get(name)
            make(new, *arguments, **keywords)
            noted.made(new, new if isinstance(new, pool.ThreadPool) else size)

        return made

    def ending(end, ends=lambda *arguments, **keywords: True):
        @functools.wraps(end)
        def ended(one, *arguments, **keywords):
            end(one, *arguments, **keywords)
            if ends(*arguments, **keywords):
                noted.ended(one)

        return ended

    pool.Pool.__init__ = making(pool.Pool.__init__, "processes")
    pool.Pool.terminate = ending(pool.Pool.terminate)
    pool.Pool.join = ending(pool.Pool.join)
    executor = process.ProcessPoolExecutor
    executor.__init__ = making(executor.__init__, "max_workers")
    executor.shutdown = ending(executor.shutdown, lambda wait=True, **others: wait)
    return noted
