"""What was found out in earlier runs: so `manyhands verify` that was stopped goes on where it was.

A verdict counts for a mutant, a task's test cells, a start method and the library as they were; a change of
any of them makes it void. Kept in `build/verify.jsonl`, a line for each, written as soon as it is known.
"""

import functools
import hashlib
import json
import platform
from collections.abc import Iterable
from pathlib import Path

from manyhands.checks import explain

FILE = Path("build", "verify.jsonl")
LIBRARY = Path(explain.__file__).parents[2]


class Verdicts:
    """The verdicts that are known, by a key; see `key`."""

    def __init__(self, root: Path):
        self._path = root / FILE
        self._known: dict[str, dict] = {}
        if self._path.exists():
            for line in self._path.read_text(encoding="utf-8").splitlines():
                self._read(line)

    def get(self, key: str) -> dict | None:
        """What is known under a key."""
        return self._known.get(key)

    def add(self, key: str, verdict: dict) -> None:
        """Note a verdict, on the disk as well."""
        self._known[key] = verdict
        self._path.parent.mkdir(exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": key} | verdict, ensure_ascii=False) + "\n")

    def _read(self, line: str) -> None:
        """Take in a line; one that was cut off when it was written is none."""
        try:
            verdict = json.loads(line)
            self._known[verdict.pop("key")] = verdict
        except (ValueError, KeyError, AttributeError):
            return


def key(parts: Iterable[str]) -> str:
    """A key for what these texts determine, together with the library and the version of Python."""
    digest = hashlib.sha256()
    for part in (platform.python_version(), library(), *parts):
        digest.update(hashlib.sha256(part.encode(errors="surrogatepass")).digest())
    return digest.hexdigest()[:32]


@functools.cache
def library() -> str:
    """A digest of all modules that take part in judging."""
    digest = hashlib.sha256()
    for path in sorted((LIBRARY / "checks").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
