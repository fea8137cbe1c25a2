"""wrong (M04): a lambda cannot be sent to a spawned process.

only: spawn forkserver
raises: AttributeError PicklingError
"""

from multiprocessing import Process


def main():
    Process(target=lambda: None).start()
