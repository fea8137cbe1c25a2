"""The shared-memory lab: choose a program and an ending, and step through the schedule that leads there."""

import ipywidgets as widgets

from manyhands.labs.schedules.endings import Endings, endings
from manyhands.labs.schedules.stepper import Stepper
from manyhands.labs.widget import put
from manyhands.workers import shared

PROGRAMS = {
    "+= without a lock": (shared.two_adders, shared.add),
    "a lock on each step": (shared.two_adders, shared.add_with_two_locks),
    "each its own lock": (shared.two_adders, shared.add_with_own_lock),
    "one lock, from read to write": (shared.two_adders, shared.add_locked),
    "two locks, payer's first": (shared.two_transfers, shared.transfer),
    "two locks, in order": (shared.two_transfers, shared.transfer_in_order),
}
WIDE = {"style": {"description_width": "5em"}, "layout": {"width": "22em"}}


class MemoryLab:
    """``MemoryLab().show()`` puts the lab into a notebook, and the picture of a first schedule below.

    ``programs`` are those that can be chosen: a function, and what it is called with, by what the
    reader sees. Each ending that the explorer finds for a program can be chosen.
    """

    def __init__(self, programs: dict[str, tuple] = PROGRAMS):
        self.programs = programs
        self.program = widgets.Dropdown(options=list(programs), description="program", **WIDE)
        self.ending = widgets.Dropdown(description="ending", **WIDE)
        self.message = widgets.HTML()
        self._found: dict[str, Endings] = {}
        self._choosing = True
        self._offer()
        self.stepper = Stepper(self._schedule())
        self.program.observe(lambda _: self._program_changed(), "value")
        self.ending.observe(lambda _: self._ending_changed(), "value")
        self._choosing = False

    def show(self) -> None:
        """Display the controls, and the picture of the schedule that they show."""
        choices = widgets.HBox([self.program, self.ending, self.message])
        put(widgets.VBox([choices, self.stepper.box]))
        self.stepper.show_picture()

    def found(self) -> Endings:
        """The endings of the program that is chosen; they are looked for once."""
        name = self.program.value
        if name not in self._found:
            self._found[name] = endings(*self.programs[name])
        return self._found[name]

    def _schedule(self):
        return self.found()[self.ending.value]

    def _program_changed(self) -> None:
        self._choosing = True
        self._offer()
        self._choosing = False
        self.stepper.tell(self._schedule())

    def _ending_changed(self) -> None:
        if not self._choosing:
            self.stepper.tell(self._schedule())

    def _offer(self) -> None:
        self.message.value = "Trying the schedules …"
        found = list(self.found())
        self.ending.options, self.ending.value = found, found[0]
        ways = "one way" if len(found) == 1 else f"{len(found)} ways"
        self.message.value = f"It can end in {ways}."
