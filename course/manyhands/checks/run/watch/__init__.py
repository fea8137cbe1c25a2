"""What is watched, or held up, inside an answer's processes: a module for each thing.

Each module has `begin`, which is called in an answer's process, and, where it leaves notes in the run's
folder, what the check reads of them. `Watching` chooses among them. Every worker process loads this, so it
has to be light.
"""

import json
import os
from typing import NamedTuple

FILE = "watching"


class Watching(NamedTuple):
    """What is done in a run beside what is always watched.

    linger: whoever has read something shared, or taken or released a lock, pauses until nobody else can go
        on, and what the workers did is noted.
    patient: the process that makes the call has a clock of its own; no time passes while anybody can go on.
    messages: what the processes send each other is noted.
    late: whoever opens a block of shared memory is later than any sleep and any time-out of others.
    slow_start: by that clock a worker takes a day to begin, and an executor a day to take a task.
    contents: what stands in blocks of shared memory is kept, and who unlinks them noted.
    last_first: of those who pause the last one goes on first, not the first one.
    """

    linger: bool = False
    patient: bool = False
    messages: bool = False
    late: bool = False
    slow_start: bool = False
    contents: bool = False
    last_first: bool = False

    def write(self, folder: str) -> None:
        """Leave this choice in the run's folder."""
        with open(os.path.join(folder, FILE), "w", encoding="ascii") as file:
            json.dump(self, file)

    @classmethod
    def read(cls, folder: str) -> "Watching":
        """The choice that was left in the run's folder."""
        with open(os.path.join(folder, FILE), encoding="ascii") as file:
            return cls(*json.load(file))

    def begin(self, folder: str) -> None:
        """From now on watch this process, whichever it is of the run, and those that are forked from it."""
        from manyhands.checks.run.watch import blocks, resources

        blocks.begin()
        resources.begin(folder)
        if self.linger:
            from manyhands.checks.run.watch import lingering, serving

            lingering.begin(folder)
            serving.begin()
        if self.messages:
            from manyhands.checks.run.watch import messages

            messages.begin(folder)
        if self.late:
            from manyhands.checks.run.watch import sleeping

            sleeping.begin()
        if self.slow_start:
            from manyhands.checks.run.watch import slowness

            slowness.begin()
        if self.contents:
            from manyhands.checks.run.watch import contents

            contents.begin(folder)

    def begin_call(self, folder: str) -> None:
        """From now on watch this process as the one that makes the call."""
        if self.patient:
            from manyhands.checks.run.watch import patience

            patience.begin()
        if self.slow_start:
            from manyhands.checks.run.watch import slowness

            slowness.begin_call()
        if self.contents:
            from manyhands.checks.run.watch import contents

            contents.begin_call(folder)

    def end_call(self) -> None:
        """The call is over."""
        if self.contents:
            from manyhands.checks.run.watch import contents

            contents.end_call()


ALWAYS = Watching()
"""No more than what is always watched."""
