"""A program that is run as one of its own: by its name, with words on its command line."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from manyhands.labs.listing import MONOSPACE
from manyhands.workers import programs

COLOUR = re.compile(r"\x1b\[[\d;]*m")  # in a notebook, programs are told to colour their tracebacks
FOLDER = Path(programs.__path__[0])


class Program:
    """One of the programs in ``manyhands.workers.programs``; a notebook shows its text.

    FileNotFoundError if there is none of this name.
    """

    def __init__(self, name: str):
        self.path = FOLDER / name
        self.text = self.path.read_text(encoding="utf-8")

    def __repr__(self) -> str:
        return f"Program({self.path.name!r})"

    def _repr_markdown_(self) -> str:
        return f"*The program* `{self.path.name}`:\n\n{MONOSPACE}\n\n```python\n{self.text}```\n\n</div>"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end; what it printed is in ``stdout`` and ``stderr``."""
        return subprocess.run([sys.executable, self.path, *words], capture_output=True, text=True)

    def interrupt(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run it until it prints a line, then press Ctrl-C: all its processes are sent SIGINT.

        Needs ``os.killpg``. Whatever happens, none of its processes is left.
        """
        command = [sys.executable, self.path, *words]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        with _heard():
            program = subprocess.Popen(command, start_new_session=True, **pipes)
        with program:
            try:
                first = program.stdout.readline()
                os.killpg(program.pid, signal.SIGINT)
                output, errors = program.communicate()
            finally:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(program.pid, signal.SIGKILL)
        return subprocess.CompletedProcess(command, program.returncode, first + output, errors)


@contextlib.contextmanager
def _heard() -> Iterator[None]:
    """Let Ctrl-C be heard by whoever is started meanwhile: one who is started by who ignores it does so, too.

    So it is with all that a shell has started in the background, or `nohup`, and with what these start.
    """
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if ignored:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if ignored:
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def errors_of(text: str) -> list[str]:
    """The lines of a text that tell an exception, such as ``"ValueError: …"``, without colours."""
    lines = COLOUR.sub("", text).splitlines()
    return [line.rstrip(": ") for line in lines if line.partition(":")[0].endswith("Error")]
