"""right: a daemon that never ends keeps nobody.

returns: 1
only: spawn
"""

import threading


def main():
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    return 1
