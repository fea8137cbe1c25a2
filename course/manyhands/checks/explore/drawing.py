"""A schedule as a drawing: one lane for each worker, time running down, the student's lines beside it."""

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
_CODE = 18
_MIN_CODE = 16
_MIN_LANE = 26


class Row(NamedTuple):
    """One line of the drawing: the steps it stands for, whose lane, what is said, and where."""

    first: int | None
    last: int | None
    lane: str
    text: str
    where: str | None
    marked: bool


def draw(steps, waits=(), sources=None, marked=None):
    """Draw steps.

    Args:
        steps: as in ``Schedule.steps``.
        waits: who waits for what at the end, as in ``Outcome.value``.
        sources: the modules' texts by name.
        marked: positions of the steps to mark; None for those on which it turns.
    Returns:
        Lines of at most ``WIDTH`` characters. Each step is in one of them, or is counted in a line that
        says how many are left out.
    """
    if marked is None:
        marked = turns(steps, waits)
    lanes = _lanes(steps, waits)
    rows = _rows(steps, marked) + _waiting(waits)
    code = _Code(sources or {}, [row.where for row in rows])
    shown = _shortened(rows)
    if len(lanes) > LANES:
        return _table(shown, lanes, code)
    return _drawing(shown, lanes, code, steps)


def lane_of(task):
    """The process of a task: its feeder threads, and what is left of it once killed, are in its lane."""
    return task.split("q")[0].rstrip("!")


def _lanes(steps, waits):
    # The lanes in the order of starting, with the names to put above them.
    names = {}
    for each in [*steps, *waits]:
        lane = lane_of(each["task"])
        if lane == each["task"].rstrip("!"):
            names[lane] = each["who"]
        else:
            names.setdefault(lane, each["who"].removesuffix("'s feeder"))
    return dict(sorted(names.items(), key=lambda item: [int(n) for n in item[0].split(".")]))


# From steps to rows


def _rows(steps, marked):
    rows = []
    first = 0
    for position, step in enumerate(steps):
        following = steps[position + 1] if position + 1 < len(steps) else None
        if following is not None and _goes_with(step, following, {position, position + 1} & set(marked)):
            continue
        group = steps[first : position + 1]
        text = _together(group)
        mark = any(each in marked for each in range(first, position + 1))
        rows.append(Row(first, position, lane_of(step["task"]), text, step["where"], mark))
        first = position + 1
    return rows


def _goes_with(step, following, marked):
    if step["task"] != following["task"] or marked:
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
    return words(group[-1])


def _waiting(waits):
    rows = []
    important = any(wait["holder"] for wait in waits)
    full = {wait["who"] for wait in waits if wait["operation"] == "join the feeder"}
    for wait in waits:
        joins = wait["operation"] in ("join", "join at exit", "join the feeder")
        mark = bool(wait["holder"]) if important else not joins or wait["on"] in full
        rows.append(Row(None, None, lane_of(wait["task"]), waits_for(wait), wait["where"], mark))
    return rows


def _shortened(rows):
    # Long ones: what is near a marked row, near the beginning or near the end.
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
    count = rows[-1].last - rows[0].first + 1
    return Row(rows[0].first, rows[-1].last, "", f"… {count} steps …", None, False)


# From rows to lines


class _Code:
    """The student's lines, to be shown beside the steps."""

    def __init__(self, sources, places):
        self._lines = {f"{name}.py": text.splitlines() for name, text in sources.items()}
        files = {place.rpartition(":")[0] for place in places if place}
        self.file = files.pop() if len(files) == 1 else None

    def at(self, where, room):
        if where is None:
            return ""
        file, _, line = where.rpartition(":")
        number = line if self.file else where
        lines = self._lines.get(file, [])
        text = lines[int(line) - 1].strip() if int(line) <= len(lines) else ""
        return _cut(f"{number} {text}".rstrip(), room) if room >= _MIN_CODE else _cut(number, room)


def _cut(text, room):
    return text if len(text) <= room else text[: max(room - 1, 0)] + "…"


def _fitted(text, room):
    # The value stays, the name before it is cut.
    if len(text) <= room:
        return text
    for sign in (" → ", " ← ", ": "):
        head, found, tail = text.partition(sign)
        if found and len(tail) <= room - 10:
            return _squeezed(head, room - len(sign) - len(tail)) + sign + tail
    return _squeezed(text, room)


def _squeezed(text, room):
    # An index at the end stays, and so does what a lock belongs to.
    end = text[text.rindex("[") :] if "[" in text else ""
    if len(text) <= room or not end or len(end) > room - 8:
        return _cut(text, room)
    return text[: room - 1 - len(end)] + "…" + end


def _numbers(row):
    if row.first is None or not row.lane:
        return ""
    return f"{row.first + 1}" if row.first == row.last else f"{row.first + 1}-{row.last + 1}"


def _drawing(rows, lanes, code, steps):
    margin = max(len(_numbers(row)) for row in rows) + 2 if rows else 2
    widths = _widths(rows, lanes, margin)
    room = WIDTH - margin - sum(widths.values())
    title = " " * margin + "".join(
        _cut(name, widths[lane] - 2).ljust(widths[lane]) for lane, name in lanes.items()
    )
    lines = [(title + _cut(code.file or "", room)).rstrip()]
    alive, held, position = {next(iter(lanes), "0")}, {}, 0
    for row in rows:
        if row.first is not None:
            while position <= row.last:
                step = steps[position]
                _follow(step, lanes, alive, held)
                position += 1
        if not row.lane:
            lines.append(" " * margin + row.text)
            continue
        line = _numbers(row).rjust(margin - 2) + "  "
        for lane in lanes:
            here = row.lane == lane
            bar = "┃" if held.get(lane) else "│" if lane in alive or (here and row.first is not None) else " "
            text = _fitted(row.text, widths[lane] - 3 - 2 * row.marked) if here else ""
            text += _MARK if here and row.marked else ""
            line += f"{bar} {text}".ljust(widths[lane])
        lines.append((line + code.at(row.where, room)).rstrip())
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


def _widths(rows, lanes, margin):
    needed = {
        lane: 3 + max([len(row.text) + 2 * row.marked for row in rows if row.lane == lane], default=0)
        for lane in lanes
    }
    widths = {lane: max(needed[lane], len(name) + 2, 8) for lane, name in lanes.items()}
    for least, code in ((_MIN_LANE, _CODE), (0, _MIN_CODE)):
        while sum(widths.values()) > WIDTH - margin - code:
            widest = max(widths, key=widths.get)
            if widths[widest] <= least:
                break
            widths[widest] -= 1
    return widths


def _table(rows, lanes, code):
    margin = max(len(_numbers(row)) for row in rows) + 2
    who = min(max(len(name) for name in lanes.values()), 20) + 2
    text = min(max((len(row.text) + 2 * row.marked for row in rows), default=0) + 2, 44)
    room = WIDTH - margin - who - text
    lines = [(" " * (margin + who + text) + _cut(code.file or "", room)).rstrip()]
    for row in rows:
        if not row.lane:
            lines.append(" " * margin + row.text)
            continue
        line = _numbers(row).rjust(margin - 2) + "  " + _cut(lanes[row.lane], who - 2).ljust(who)
        said = _fitted(row.text, text - 2 - 2 * row.marked) + (_MARK if row.marked else "")
        lines.append((line + said.ljust(text) + code.at(row.where, room)).rstrip())
    return lines
