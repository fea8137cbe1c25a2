"""One run of the pipe lab: what is asked for, and what two real processes then did."""

import json
from dataclasses import dataclass

from manyhands.checks import watch
from manyhands.workers.pipe_ends import CALLS, CHILD, ENDS, PARENT, hold_and_call

DEADLINE = 8  # seconds; where the system tells, a hang is seen at once


@dataclass(frozen=True)
class Settings:
    """What is asked for: the start method, who gets, closes and calls what; ends by their names."""

    method: str
    handed: tuple[str, ...]
    parent_closes: tuple[str, ...]
    child_closes: tuple[str, ...]
    messages: int
    caller: str
    call: str

    @property
    def closes(self) -> dict[str, tuple[str, ...]]:
        """Which ends each process closes; a child has a name only for what it was handed."""
        mine = tuple(name for name in self.child_closes if name in self.handed)
        return {PARENT: self.parent_closes, CHILD: mine}

    @property
    def code(self) -> str:
        """The program that this run is, as you would write it."""
        args = " ".join(f"{name}," for name in self.handed)
        lines = ["# the parent", f"reader, writer = {self.method}.Pipe(duplex=False)"]
        lines += [f'writer.send("message {number}")' for number in range(1, self.messages + 1)]
        lines.append(f"{self.method}.Process(target=child, args=({args})).start()")
        lines += [f"{name}.close()" for name in self.parent_closes]
        if self.closes[CHILD]:
            lines += ["# the child", *(f"{name}.close()" for name in self.closes[CHILD])]
        return "\n".join([*lines, f"# then the {self.caller}", self.called])

    @property
    def called(self) -> str:
        """The call, as you would write it."""
        *loop, call = self.call.split(": ")
        return ": ".join([*loop, f"{self.end}.{call}"])

    @property
    def end(self) -> str:
        """The end that the call is made on."""
        return CALLS[self.call][0]


@dataclass(frozen=True)
class Seen:
    """What was seen of a run.

    ``holds``: the ends that each process had open when the call was made. ``calls``: each call, and what
    it gave; None if it never returned.
    """

    settings: Settings
    holds: dict[str, list[str]]
    calls: list[tuple[str, str | None]]

    @property
    def hangs(self) -> bool:
        """Whether a call never returned."""
        return any(gave is None for _, gave in self.calls)

    def state(self, who: str, end: str) -> str:
        """What a process has of an end: "open", "open, no name", "closed" or "never had"."""
        named = who == PARENT or end in self.settings.handed
        if end in self.holds[who]:
            return "open" if named else "open, no name"
        return "closed" if named else "never had"

    @property
    def reason(self) -> str:
        """Why the last call gave what it gave, in a sentence, as far as the ends tell it."""
        other = ENDS[1 - ENDS.index(self.settings.end)]
        owners = [f"the {who}" for who, ends in self.holds.items() if other in ends]
        have = f"{' and '.join(owners)} {'have' if len(owners) > 1 else 'has'} the {other} open"
        gave = self.calls[-1][1]
        if gave is None and other == "writer":
            return f"It waits for ever: {have}, and nobody sends."
        if gave is None:
            return f"It waits for ever: the pipe is full, {have}, and nobody receives."
        if gave.startswith("EOFError"):
            return "The end: the pipe is empty, and no process has the writer open."
        if gave.startswith("BrokenPipeError"):
            return "No process has the reader open."
        return ""


def run(settings: Settings) -> Seen:
    """Let two real processes do it. Raises RuntimeError if they did not come as far as the call."""
    closes = settings.closes
    done = watch(
        hold_and_call,
        list(settings.handed),
        list(closes[PARENT]),
        list(closes[CHILD]),
        settings.messages,
        settings.caller,
        settings.call,
        start_method=settings.method,
        deadline=DEADLINE,
    )
    said = [json.loads(line) for line in done.output.splitlines()]
    holds = {line["who"]: line["holds"] for line in said if "holds" in line}
    calls = [line["calls"] for line in said if "calls" in line]
    gave = [line["gave"] for line in said if "gave" in line]
    if not calls or len(holds) < 2:
        raise RuntimeError(f"the run did not come as far as the call: {done!r}")
    return Seen(settings, holds, list(zip(calls, [*gave, None], strict=False)))
