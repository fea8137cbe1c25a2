"""How an answer's child processes end: their exit codes, as those who started them learn them."""

import contextlib
import functools
import importlib
import json
from collections.abc import Collection
from multiprocessing import get_all_start_methods

from manyhands.checks.run.watch.notes import Notes

FILE = "ends"
NOTES_BYTES = 1 << 20
POSIX = {"fork": "popen_fork", "spawn": "popen_spawn_posix", "forkserver": "popen_forkserver"}


def begin(folder: str) -> None:
    """From now on note the exit code of each child process, once this process has learnt it."""
    notes = Notes(folder, FILE)
    if "fork" not in get_all_start_methods():
        return
    for module in POSIX.values():
        kind = importlib.import_module(f"multiprocessing.{module}").Popen
        if "poll" in vars(kind):
            kind.poll = _noting(kind.poll, notes)


def _noting(poll, notes: Notes):
    @functools.wraps(poll)
    def noted(child, *arguments, **keywords):
        known = child.returncode
        code = poll(child, *arguments, **keywords)
        if known is None and code is not None:
            notes.add(json.dumps([child.pid, code]))
        return code

    return noted


def read(folder: str, pids: Collection[int]) -> dict[int, int]:
    """The exit codes of those of these child processes that have ended, as far as they are known."""
    from manyhands.checks.run import linux  # here, for no worker needs it

    found = {pid: code for pid in pids if (code := linux.exit_code(pid)) is not None}
    for line in Notes(folder, FILE).read(NOTES_BYTES).splitlines():
        with contextlib.suppress(ValueError, TypeError):
            pid, code = json.loads(line)
            if isinstance(code, int) and pid in pids:
                found[pid] = code
    return found
