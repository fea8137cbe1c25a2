"""The exceptions by which a test cell says that an answer is not accepted, or was not judged."""

from manyhands.checks.explain.kinds import Verdict
from manyhands.checks.verdict.plain import card


class Rejected(AssertionError):
    """An answer was not accepted.

    In a notebook its traceback is the verdict's card, or one line where the card stands there already.
    """

    def __init__(self, verdict: Verdict, module: str):
        mark = f" {verdict.misconception}" if verdict.misconception else ""
        super().__init__(f"{verdict.kind}{mark}: {verdict.told}")
        self.verdict = verdict
        self.module = module
        self.shown = False

    def _render_traceback_(self) -> list[str]:
        if not self.shown:
            return card(self.verdict, self.module).splitlines()
        return [f"✗ {self.verdict.kind} · {self.module}: its card says why"]


class Stopped(KeyboardInterrupt):
    """The check was interrupted by whoever had asked for it; shows itself in a notebook as one line."""

    def __init__(self, what: str):
        super().__init__(f"stopped by you: {what}")

    def _render_traceback_(self) -> list[str]:
        return [f"■ {self}"]
