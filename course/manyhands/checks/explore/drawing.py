"""A schedule as rows, for a table, and as a drawing: a lane for each worker, time running down."""

import re
import textwrap
from typing import NamedTuple

from .turns import turns
from .words import plain, waits_for, words

WIDTH = 96
"""Characters a line at most."""

LANES = 4
"""With more workers than that a plain table is drawn."""

LONG = 36
"""Rows from which on the unimportant ones are left out."""

_QUIET = {"take from the buffer", "begin to end", "begin", "go on"}
_ALIKE = ("start", "join", "join at exit")
_MARK = " ◄"
_CODE = 22
_MIN_CODE = 16
_MIN_LANE = 16
_TEXT = 44


class Row(NamedTuple):
    """One row of a schedule: one step or a few, a wait at its end, or steps that are left out.

    first, last: the numbers of the steps that it stands for, from 1; None for a wait at the end.
    who: the worker's name, and lane: what tells it from others of that name; "" where steps are left out.
    words: what is done, with the student's names. marked: whether the schedule turns on it.
    file, line, source: the student's line, its number from 1, and its text; None, None and "" for none.
    """

    first: int | None
    last: int | None
    who: str
    lane: str
    words: str
    marked: bool
    file: str | None = None
    line: int | None = None
    source: str = ""

    @property
    def numbers(self):
        """The numbers of its steps as text, such as ``"4"`` or ``"1-3"``; "" for a wait at the end."""
        if self.first is None or not self.lane:
            return ""
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


def told(steps, waits=(), sources=None, marked=None):
    """Steps, and the waits at the end, with what is shown of each.

    Args:
        steps: as in ``Schedule.steps``.
        waits: who waits for what at the end, as in ``Outcome.value``.
        sources: the modules' texts by name.
        marked: positions of the steps to mark; None for those on which it turns.
    Returns:
        The same dicts, with number (from 1; None for a wait), words, marked, file, line and source.
    """
    marked = set(turns(steps, waits) if marked is None else marked)
    texts = {f"{name}.py": text.splitlines() for name, text in (sources or {}).items()}
    found = [
        {**step, "number": position + 1, "words": words(step), "marked": position in marked}
        for position, step in enumerate(steps)
    ]
    important = any(wait["holder"] for wait in waits)
    full = {wait["who"] for wait in waits if wait["operation"] == "join the feeder"}
    for wait in waits:
        joins = wait["operation"] in ("join", "join at exit", "join the feeder", "run")
        mark = bool(wait["holder"]) if important else not joins or wait["on"] in full
        blank = {"value": None, "holds": [], "number": None}
        found.append({**wait, **blank, "words": waits_for(wait), "marked": mark})
    return [{**each, **_place(each["where"], texts)} for each in found]


def _place(where, texts):
    if where is None:
        return {"file": None, "line": None, "source": ""}
    file, _, number = where.rpartition(":")
    lines = texts.get(file, [])
    source = lines[int(number) - 1].strip() if int(number) <= len(lines) else ""
    return {"file": file, "line": int(number), "source": source}


def rows(schedule):
    """The rows of a schedule, every step in one of them.

    Args:
        schedule: what ``told`` gives, and so does ``Schedule.told``; ``Verdict.schedule`` is that.
    Returns:
        A list of ``Row``.
    """
    found, first = [], 0
    names = lanes(schedule)
    for position, step in enumerate(schedule):
        following = schedule[position + 1] if position + 1 < len(schedule) else None
        if following is not None and _goes_with(step, following):
            continue
        group = schedule[first : position + 1]
        lane = lane_of(step["task"])
        row = Row(
            group[0]["number"], step["number"], names[lane], lane, _together(group), step["marked"],
            step["file"], step["line"], step["source"],
        )  # fmt: skip
        found.append(row)
        first = position + 1
    return found


def shortened(rows):
    """Of many rows those near a marked one, near the beginning or near the end, and how many are left out."""
    if len(rows) <= LONG:
        return rows
    marks = [n for n, row in enumerate(rows) if row.marked and row.first is not None]
    keep = {0, *range(len(rows) - 10, len(rows))}
    for n in marks[:8]:
        keep.update(range(n - 5, n + 4))
    if not marks:
        keep.update(range(len(rows) - 24, len(rows)))
    shown, left_out = [], []
    for n, row in enumerate(rows):
        if n in keep:
            if left_out:
                shown.append(_gap(left_out))
            shown.append(row)
            left_out = []
        else:
            left_out.append(row)
    return shown


def _gap(rows):
    # Who waits at the end stands in a row without a number.
    steps = [row for row in rows if row.first is not None]
    told = [f"{len(rows) - len(steps)} who wait"] if len(steps) < len(rows) else []
    first, last = (steps[0].first, steps[-1].last) if steps else (None, None)
    told = [f"{last - first + 1} steps", *told] if steps else told
    return Row(first, last, "", "", f"… {', '.join(told)} …", False)


def lanes(schedule):
    """The workers of a schedule in the order of starting: their names by their lanes.

    Args:
        schedule: dicts with task and who, as in ``Schedule.steps``.
    """
    names = {}
    for each in schedule:
        lane = lane_of(each["task"])
        if lane == each["task"].rstrip("!"):
            names[lane] = each["who"]
        else:
            names.setdefault(lane, each["who"].removesuffix("'s feeder"))
    return dict(sorted(names.items(), key=lambda item: in_order(item[0])))


def lane_of(task):
    """The lane of a task, which is its own but for what belongs to another.

    A process's feeder threads are in its lane, and what is left of it once it is killed; a time-out is in
    the lane of the coroutine that set it.
    """
    return re.split("[qw]", task)[0].rstrip("!")


def in_order(lane):
    """A key to sort lanes by: after its process each thread and coroutine, then the processes it starts."""
    parts = re.findall(r"[.t~]x?\d+", lane)
    return tuple((part[0] == ".", int(part.lstrip(".t~x"))) for part in parts)


# From steps to rows


def _goes_with(step, following):
    if step["task"] != following["task"] or step["marked"] or following["marked"]:
        return False
    if step["number"] is None or following["number"] is None:
        return False
    if step["operation"] in _QUIET or (step["operation"] == "get" and step["part"] == "turn"):
        return step["operation"] != "get" or following["operation"] == "get"
    alike = step["operation"] == following["operation"] in _ALIKE
    return alike and step["value"] != "time is up" and following["value"] != "time is up"


def _together(group):
    if len(group) > 1 and group[0]["operation"] == group[-1]["operation"] in _ALIKE:
        key = "value" if group[0]["operation"] == "start" else "on"
        first, last = group[0][key], group[-1][key]
        stem, dash, number = last.rpartition("-")
        if dash and first.startswith(stem + dash):
            last = dash + number
        between = ", " if len(group) == 2 else " … "
        return f"{plain(group[0]['operation'])} {first}{between}{last}"
    return group[-1]["words"]


# From rows to lines


def draw(steps, waits=(), sources=None, marked=None):
    """Draw steps.

    Args:
        steps, waits, sources, marked: as for ``told``.
    Returns:
        Lines of at most ``WIDTH`` characters. Each step is in one of them, or is counted in a line that
        says how many are left out.
    """
    schedule = told(steps, waits, sources, marked)
    shown = shortened(rows(schedule))
    files = {row.file for row in shown if row.file}
    file = files.pop() if len(files) == 1 else None
    names = lanes(schedule)
    least = sum(_least(shown, lane) for lane in names)
    if len(names) > LANES or least > WIDTH - _margin(shown) - _MIN_CODE:
        return _table(shown, names, file)
    return _drawing(shown, names, file, steps)


def _margin(rows):
    return max((len(row.numbers) for row in rows), default=0) + 2


def _least(rows, lane):
    # The width that a lane needs for what is not broken.
    parts = [part for row in rows if row.lane == lane for part in _whole(row.words).split()]
    return max([_MIN_LANE, *(len(part) + 3 for part in parts)])


def _code(row, file, room):
    # The student's line; its file only where there are several.
    if row.line is None:
        return ""
    number = f"{row.line}" if file else f"{row.file}:{row.line}"
    return _cut(f"{number} {row.source}".rstrip(), room) if room >= _MIN_CODE else _cut(number, room)


def _cut(text, room):
    return text if len(text) <= room else text[: max(room - 1, 0)] + "…"


def _wrapped(text, room):
    lines = textwrap.wrap(_whole(text), max(room, 1), break_on_hyphens=False)
    return [line.replace("\0", " ") for line in lines] or [""]


def _whole(text):
    # An arrow stays with the value behind it.
    return text.replace(" → ", " →\0").replace(" ← ", " ←\0")


def _drawing(rows, lanes, file, steps):
    margin = _margin(rows)
    code = max((len(_code(row, file, _CODE)) for row in rows), default=0)
    widths = _widths(rows, lanes, margin, max(code, _MIN_CODE))
    room = WIDTH - margin - sum(widths.values())
    title = " " * margin + "".join(
        _cut(name, widths[lane] - 2).ljust(widths[lane]) for lane, name in lanes.items()
    )
    lines = [(title + _cut(file or "", room)).rstrip()]
    alive, held, position = {next(iter(lanes), "0")}, {}, 0
    for row in rows:
        while row.last is not None and position < row.last:
            _follow(steps[position], lanes, alive, held)
            position += 1
        if not row.lane:
            lines.append(" " * margin + row.words)
            continue
        mark = _MARK if row.marked else ""
        texts = _wrapped(row.words, widths[row.lane] - 3 - len(mark))
        for n, text in enumerate(texts):
            line = (row.numbers if n == 0 else "").rjust(margin - 2) + "  "
            for lane in lanes:
                here = row.lane == lane
                lives = lane in alive or (here and row.first is not None)
                bar = "┃" if held.get(lane) else "│" if lives else " "
                said = f"{text}{mark if n == 0 else ''}" if here else ""
                line += f"{bar} {said}".ljust(widths[lane])
            lines.append((line + (_code(row, file, room) if n == 0 else "")).rstrip())
    return lines


def _follow(step, lanes, alive, held):
    lane = lane_of(step["task"])
    if lane == step["task"]:
        held[lane] = step["holds"]
    alive.add(lane)
    if step["operation"] == "start":
        started = [each for each, name in lanes.items() if name == step["value"] and each not in alive]
        alive.update(started[:1])
    elif step["operation"] == "exit":
        alive.discard(lane)


def _widths(rows, lanes, margin, code):
    needed = {
        lane: 3 + max([len(row.words) + 2 * row.marked for row in rows if row.lane == lane], default=0)
        for lane in lanes
    }
    widths = {lane: max(needed[lane], len(name) + 2, 8) for lane, name in lanes.items()}
    least = {lane: _least(rows, lane) for lane in lanes}
    while sum(widths.values()) > WIDTH - margin - code:
        if all(widths[lane] <= least[lane] for lane in lanes):
            break
        widest = max((lane for lane in lanes if widths[lane] > least[lane]), key=widths.get)
        widths[widest] -= 1
    return widths


def _table(rows, lanes, file):
    margin = _margin(rows)
    who = min(max(len(name) for name in lanes.values()), 20) + 2
    text = min(max((len(row.words) + 2 * row.marked for row in rows), default=0) + 2, _TEXT)
    room = WIDTH - margin - who - text
    lines = [(" " * (margin + who + text) + _cut(file or "", room)).rstrip()]
    for row in rows:
        if not row.lane:
            lines.append(" " * margin + row.words)
            continue
        mark = _MARK if row.marked else ""
        for n, said in enumerate(_wrapped(row.words, text - 2 - len(mark))):
            if n:
                lines.append(" " * (margin + who) + said)
                continue
            line = row.numbers.rjust(margin - 2) + "  " + _cut(row.who, who - 2).ljust(who)
            lines.append((line + f"{said}{mark}".ljust(text) + _code(row, file, room)).rstrip())
    return lines
