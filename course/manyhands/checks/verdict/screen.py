"""Puts what a check has to say where its reader looks: into the notebook's cell, or onto the terminal.

In a notebook a check that takes longer than `PATIENCE_S` says what it is doing, in an output that the card
takes over in the end, so that nothing else is left there.
"""

import contextvars
import sys
import threading
import time
from html import escape
from pathlib import Path

from manyhands.checks.explain.kinds import Kind, Verdict
from manyhands.checks.verdict.card import make
from manyhands.checks.verdict.page import page
from manyhands.checks.verdict.plain import card
from manyhands.checks.verdict.saved import Saved

PATIENCE_S = 2.0
EVERY_S = 1.0
UNFINISHED = "no verdict: the check did not run to its end"


class Screen:
    """What a reader sees of one check: what it is doing, and then the card.

    Nothing is written on stderr, nor by any thread once `card` or `close` has returned.
    """

    def __init__(self):
        self._notebook = _in_notebook()
        self._doing = "starting"
        self._since = time.monotonic()
        self._output = None
        self._over = threading.Event()
        here = contextvars.copy_context()  # so that the thread writes into this cell, not into another
        self._thread = threading.Thread(target=here.run, args=(self._follow,), daemon=True)
        if self._notebook:
            self._thread.start()

    def doing(self, words: str) -> None:
        """Say what the check is doing now."""
        self._doing = words

    def card(self, verdict: Verdict, saved: Saved, folder: Path) -> bool:
        """Show the card of a verdict on a module, and say whether it stands there.

        Outside of notebooks only that of a PASS does; an exception is shown by whoever catches it.
        saved: the module's file. folder: that of the notebook.
        """
        self._stop()
        text = card(verdict, saved.name, saved=saved, folder=folder)
        if self._notebook:
            self._put(text, page(make(verdict, saved.name, saved, folder)))
        elif verdict.kind is Kind.PASS:
            print(text)
        return self._notebook or verdict.kind is Kind.PASS

    def close(self) -> None:
        """The check has ended without a card."""
        self._stop()
        if self._output:
            self._put(UNFINISHED, UNFINISHED)

    def _stop(self) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _follow(self) -> None:
        wait = PATIENCE_S
        while not self._over.wait(wait):
            text = f"{self._doing} … {time.monotonic() - self._since:.0f} s"
            self._put(text, f"<em>{escape(text)}</em>")
            wait = EVERY_S

    def _put(self, text: str, html: str) -> None:
        """Write into the one output of this check; the first time it is made."""
        from IPython.display import display

        data = {"text/plain": text, "text/html": html}
        if self._output is None:
            self._output = display(data, raw=True, display_id=True)
        else:
            self._output.update(data, raw=True)


def _in_notebook() -> bool:
    """Whether outputs can be HTML and be written over: in a kernel, not in a terminal or in plain Python."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return getattr(shell, "kernel", None) is not None
