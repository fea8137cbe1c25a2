"""Files in a run's folder to which all its processes add, and of which the check reads a bounded part."""

import contextlib
import os


class Notes:
    """One such file. What cannot be noted is left out: an answer may have used up its disk or its files."""

    def __init__(self, folder: str, name: str):
        self.path = os.path.join(folder, name)

    def add(self, line: str) -> None:
        """Add one line."""
        with contextlib.suppress(OSError), open(self.path, "a", encoding="utf-8", errors="replace") as file:
            file.write(line + "\n")

    def read(self, size: int) -> str:
        """The first `size` bytes; nothing if there is no such file."""
        with contextlib.suppress(OSError), open(self.path, "rb") as file:
            return file.read(size).decode(errors="replace")
        return ""

    def size(self) -> int:
        """How many bytes have been noted."""
        with contextlib.suppress(OSError):
            return os.path.getsize(self.path)
        return 0
