"""A program of its own: do its workers find one number at the top of a module?

Called with a start method. The number, `shared_broken.total`, is handed to
nobody.
"""

import multiprocessing
import sys

from manyhands.workers import shared_broken


def add_and_tell(amount: float) -> None:
    """Add to the number that this process finds, and print what it is then."""
    shared_broken.add_to_global(amount)
    print(shared_broken.total.value, end=" ", flush=True)


if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[1])
    for amount in (1, 2):
        worker = context.Process(target=add_and_tell, args=(amount,))
        worker.start()
        worker.join()
    print("in the parent:", shared_broken.total.value)
