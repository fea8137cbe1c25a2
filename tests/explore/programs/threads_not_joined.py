"""wrong: nobody waits for the thread.

returns: 0, 1
only: spawn
"""

import threading

done = 0


def work():
    global done
    done = 1


def main():
    threading.Thread(target=work).start()
    return done
