"""wrong: a thread that never ends keeps its process from ending.

hangs: always
only: spawn
"""

import threading


def main():
    threading.Thread(target=threading.Event().wait).start()
    return 1
