"""wrong: whoever makes a lock has settled how processes start.

raises: RuntimeError
"""

import multiprocessing


def main():
    multiprocessing.set_start_method(None, force=True)
    multiprocessing.Lock()
    multiprocessing.set_start_method("spawn")
