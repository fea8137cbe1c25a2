"""The main module of an answer's interpreter. Each process that is spawned from it imports it too."""

import contextlib
import faulthandler
import os
import select
import signal
import sys

from manyhands.checks.run import line
from manyhands.checks.run.watch import Watching

WARM = (
    "manyhands.checks.run.inside",
    "manyhands.checks.run.watch.resources",
    "concurrent.futures.process",
    "multiprocessing.pool",
    *(f"multiprocessing.popen_{way}" for way in ("fork", "forkserver", "spawn_posix")),
)
"""What the first of an answer's processes imports before it imports the answer."""


def stand_between() -> None:
    """Go on in a child process, and end as it ends: an answer that ends its parent does not end the check.

    If the check itself is ended, so are the answer's processes.
    """
    check = line.connect()
    child = os.fork()
    if child == 0:
        check.close()
        os.setsid()
        return
    faulthandler.disable()
    with contextlib.suppress(AttributeError, OSError):  # Linux before 5.3 does not have it
        ended = os.pidfd_open(child)
        if ended not in select.select([ended, check], [], [])[0]:
            end_session(child)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code < 0 and -code != signal.SIGKILL:
        signal.signal(-code, signal.SIG_DFL)
    if code < 0:
        os.kill(os.getpid(), -code)
    os._exit(code)


def end_session(leader: int) -> None:
    """End a process that leads a session, or is about to, and who belongs to it."""
    for end in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError):
            end(leader, signal.SIGKILL)


if __name__ == "__main__":
    from manyhands.checks import warm  # here, for no worker needs it

    warm.serve(line.RUN, WARM)
Watching.read(line.folder()).begin(line.folder())
if __name__ == "__main__":
    from manyhands.checks.run import inside  # here, for no worker needs it

    if sys.platform.startswith("linux"):
        stand_between()
    inside.main()
