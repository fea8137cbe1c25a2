"""A card as HTML, for notebooks.

It is read in light and dark, at any width, by ear, and where styles are taken away: what an element is says
its tag, colours are the page's own, and no mark is a colour alone. No heading is used, since those of outputs
would stand in the notebook's table of contents.
"""

import re
from html import escape

from manyhands.checks.explain.kinds import Kind
from manyhands.checks.verdict import lanes
from manyhands.checks.verdict.card import Card, Row

COLOURS = {
    Kind.PASS: "var(--jp-success-color1, #388e3c)",
    Kind.UNANSWERED: "var(--jp-info-color1, #0097a7)",
    Kind.INFRA: "var(--jp-info-color1, #0097a7)",
}
WRONG = "var(--jp-error-color1, #d32f2f)"
LEFT = "text-align: left; vertical-align: top; white-space: normal"
WRAP = "white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere"
CODE = f"margin: 0; padding: 0; border: none; background: none; color: inherit; {WRAP}"


def page(told: Card) -> str:
    """The card, to stand in the output of a cell."""
    rows = "".join(_row(row) for row in told.rows)
    schedule = lanes.table(told.verdict.schedule) if told.verdict.schedule else ""
    colour = COLOURS.get(told.kind, WRONG)
    return (
        f'<section aria-label="Verdict" style="border-left: 5px solid {colour}; padding-left: 12px">'
        f'<p style="margin: 0 0 4px"><strong>{told.sign} {told.kind}</strong> · {_prose(told.title)}</p>'
        f'<table style="margin: 0; border-collapse: collapse"><tbody>{rows}</tbody></table>'
        f"{schedule}</section>"
    )


def _row(row: Row) -> str:
    text = "".join(f"<div>{_linked(line, row.link)}</div>" for line in row.text.splitlines())
    if row.mark:
        text = text.removesuffix("</div>") + f' <small id="{row.mark}">{row.mark}</small></div>'
    code = f'<pre style="{CODE}">{escape(row.code)}</pre>' if row.code else ""
    return (
        '<tr style="background: none">'
        f'<th scope="row" style="{LEFT}; padding: 2px 12px 2px 0; white-space: nowrap">{row.name}</th>'
        f'<td style="{LEFT}; padding: 2px 0; overflow-wrap: anywhere">{text}{code}</td></tr>'
    )


def _linked(text: str, link: str) -> str:
    before, mark, rest = text.partition("«")
    if not link or not mark:
        return _prose(text)
    name, _, after = rest.partition("»")
    return f'{_prose(before)}«<a href="{escape(link)}">{_prose(name)}</a>»{_prose(after)}'


def _prose(text: str) -> str:
    """Prose as HTML: what stands between backticks is code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text, quote=False))
