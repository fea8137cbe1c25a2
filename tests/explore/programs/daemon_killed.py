"""wrong (M18): a daemon does not finish its work when the program ends.

returns: 'ended'
"""

import time
from multiprocessing import Process


def work():
    time.sleep(600)


def main():
    Process(target=work, daemon=True).start()
    return "ended"
