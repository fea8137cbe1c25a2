"""right: a closed pool takes no more tasks, and cannot be entered.

returns: ["Pool not running", "Pool not running", "Pool not running"]
"""

from multiprocessing import Pool


def square(n):
    return n * n


def message(call, *args):
    try:
        call(*args)
    except ValueError as error:
        return str(error)


def main():
    pool = Pool(1)
    pool.close()
    pool.join()
    return [
        message(pool.apply_async, square, (1,)),
        message(pool.imap, square, [1]),
        message(pool.__enter__),
    ]
