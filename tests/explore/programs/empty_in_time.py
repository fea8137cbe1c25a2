"""right: get raises queue.Empty when nothing comes in time.

returns: 'empty'
"""

from multiprocessing import Queue
from queue import Empty


def main():
    try:
        Queue().get(timeout=0.01)
    except Empty:
        return "empty"
