"""A schedule as an HTML table: a column for each process, time running down, the student's lines beside."""

import re
from html import escape

from manyhands.checks.explore import drawing

LEFT = "text-align: left; vertical-align: top; white-space: normal; padding: 2px 5px 2px 0"
NUMBER = f"{LEFT}; white-space: nowrap; font-weight: normal"
LANE = f"{LEFT}; border-left: 1px solid #888888; padding-left: 5px"
CODE = (
    "background: none; color: inherit; padding: 0; "
    "white-space: pre-wrap; word-break: normal; overflow-wrap: break-word"
)
ROW = "background: none; border-top: 1px solid rgba(128, 128, 128, 0.35)"
MARK = "◄"


def table(schedule: list[dict]) -> str:
    """The rows of a schedule, as `drawing.told` gives them; with many workers in one column for all."""
    rows = drawing.shortened(drawing.rows(schedule))
    lanes = drawing.lanes(schedule)
    files = {row.file for row in rows if row.file}
    file = files.pop() if len(files) == 1 else None
    many = len(lanes) > drawing.LANES
    columns = ["process", "what it does"] if many else list(lanes.values())
    marked = f"; {MARK} marks the steps on which it turns" if any(row.marked for row in rows) else ""
    heads = "".join(_head(name) for name in ("step", *columns, f"line of {file}" if file else "line"))
    body = "".join(_row(row, [] if many else list(lanes), file, len(columns)) for row in rows)
    return (
        '<div style="overflow-x: auto; margin-top: 8px"><table style="border-collapse: collapse; margin: 0">'
        f'<caption style="caption-side: top; text-align: left; padding: 0 0 4px; color: inherit">'
        f"<strong>The schedule</strong>, from top to bottom{marked}</caption>"
        f'<thead><tr style="background: none">{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _head(name: str) -> str:
    return f'<th scope="col" style="{LEFT}">{escape(name)}</th>'


def _row(row: drawing.Row, lanes: list[str], file: str | None, columns: int) -> str:
    """One row. lanes: those that have columns; none where all share one. file: that of every line."""
    if not row.lane:
        left_out = f'<td colspan="{columns + 1}" style="{LEFT}">{escape(row.words)}</td>'
        return f'<tr style="{ROW}"><td></td>{left_out}</tr>'
    words = re.sub("([→←]) ", "\\1\N{NO-BREAK SPACE}", escape(row.words))  # a value stays with its arrow
    if row.marked:
        words = f"<strong>{words}\N{NO-BREAK SPACE}{MARK}</strong>"
    cells = [words if lane == row.lane else "" for lane in lanes] or [escape(row.who), words]
    place = "" if row.line is None else f"{row.line}" if file else f"{row.file}:{row.line}"
    code = f'{place} <code style="{CODE}">{escape(row.source)}</code>' if place else ""
    number = f'<th scope="row" style="{NUMBER}">{row.numbers or "end"}</th>'
    return (
        f'<tr style="{ROW}">{number}'
        + "".join(f'<td style="{LANE}">{cell}</td>' for cell in cells)
        + f'<td style="{LANE}">{code}</td></tr>'
    )
