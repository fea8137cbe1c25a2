"""wrong (M125): sys.exit in a task is an exception of its future.

returns: 4
"""

import sys
from concurrent.futures import ProcessPoolExecutor


def main():
    with ProcessPoolExecutor(1) as executor:
        try:
            return executor.submit(sys.exit, 4).result()
        except SystemExit as error:
            return error.code
