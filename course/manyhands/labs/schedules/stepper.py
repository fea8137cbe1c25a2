"""Step through a schedule: one move at a time, with the source, the locks and the values beside it."""

import html

import ipywidgets as widgets
from IPython.display import display

from manyhands.checks.explore import Schedule
from manyhands.labs.picture import Picture
from manyhands.labs.schedules.picture import draw_story, tell
from manyhands.labs.schedules.stages import Stage, Story, Value, story
from manyhands.labs.widget import put

NOW = "background: #FFE9A8; color: black"
PAST = "background: #F0F0F0; color: black"
RED = "color: #A1001A; background: white"
SOURCE = "margin: 0; line-height: 1.35; white-space: pre; overflow-x: auto"
CELL = "border: 1px solid #BBBBBB; padding: 2px 8px; text-align: left; vertical-align: top"


class Stepper:
    """Buttons, a slider and a page that shows how things stand after so many moves.

    ``show()`` puts it into a notebook, and the static picture of the whole schedule below it. The
    picture belongs to the cell's output and not to the widgets: it stays when the kernel is gone.
    ``tell(schedule)`` changes to another schedule.
    """

    def __init__(self, schedule: Schedule):
        self.back = widgets.Button(description="Back", icon="step-backward")
        self.next = widgets.Button(description="Next", icon="step-forward", button_style="primary")
        self.moves = widgets.IntSlider(0, min=0, max=1, description="moves done")
        self.page = widgets.HTML()
        self.box = widgets.VBox([widgets.HBox([self.back, self.next, self.moves]), self.page])
        self.back.on_click(lambda _: self._go(-1))
        self.next.on_click(lambda _: self._go(+1))
        self.moves.observe(lambda _: self._draw(), "value")
        self._picture = None
        self.tell(schedule)

    def tell(self, schedule: Schedule) -> None:
        """Begin again with this schedule; a picture that is shown already is replaced."""
        self.story = story(schedule)
        self.moves.value = 0
        self.moves.max = len(self.story.moves)
        self._draw()
        if self._picture is not None:
            self._picture.update(self.picture())

    def show(self) -> None:
        """Display the controls, and the picture below them."""
        put(self.box)
        self.show_picture()

    def show_picture(self) -> None:
        """Display the picture of the whole schedule, as an output of its own."""
        self._picture = display(self.picture(), display_id=True)

    def picture(self) -> Picture:
        """The static picture of the whole schedule."""
        return Picture(draw_story(self.story), tell(self.story))

    def _go(self, moves: int) -> None:
        self.moves.value += moves

    def _draw(self) -> None:
        done = self.moves.value
        self.back.disabled = done == 0
        self.next.disabled = done == self.moves.max
        self.page.value = page(self.story, done)


def step_through(schedule: Schedule) -> None:
    """Show a schedule, to be stepped through, and its picture."""
    Stepper(schedule).show()


def page(told: Story, done: int) -> str:
    """How things stand after so many moves, as HTML."""
    stage, over = told.stages[done], done == len(told.moves)
    columns = "".join(
        f'<div style="flex: {share} 1 {share * 15}em; min-width: 0">{part}</div>'
        for share, part in ((2, _listing(told, stage, over)), (1, _standing(told, stage)))
    )
    return (
        f'<p style="margin: 4px 0; font-size: 110%">{_headline(told, stage, done)}</p>'
        f'<div style="display: flex; flex-wrap: wrap; gap: 1em">{columns}</div>'
        f"{_moves(told, done)}"
    )


def _headline(told: Story, stage: Stage, done: int) -> str:
    if done == 0:
        return "Before the first move. Press <b>Next</b>."
    lost = f' <b style="{RED}">An update is lost.</b>' if stage.kind == "lost" else ""
    words = (
        f"Move {done} of {len(told.moves)}: <b>{html.escape(stage.who)}</b> {html.escape(stage.words)}.{lost}"
    )
    if done < len(told.moves):
        return words
    waits = "".join(f"<br><b>{html.escape(wait.who)}</b> {html.escape(wait.words)}." for wait in told.waits)
    colour = RED if told.waits or any(move.kind == "lost" for move in told.moves) else ""
    return f'{words}{waits} <b style="{colour}">It {html.escape(told.ending)}.</b>'


def _listing(told: Story, stage: Stage, over: bool) -> str:
    """The source; the line of the last move is marked, and, at the end, those where somebody waits."""
    waiting = {}
    for wait in told.waits if over else ():
        waiting.setdefault(wait.line, []).append(wait.who)
    lines, before = [], None
    for number, text in told.source.items():
        if before is not None and number != before + 1:
            lines.append("")
        before = number
        style, note = "", ""
        if number == stage.line:
            style, note = NOW, f"  ◀ {stage.who}"
        if number in waiting:
            style, note = RED, f"  ◀ waiting: {', '.join(waiting[number])}"
        code = html.escape(f"{number:4} {text}") + f"<b>{html.escape(note)}</b>"
        lines.append(f'<span style="{style}">{code}</span>')
    return f'<pre style="{SOURCE}">{chr(10).join(lines)}</pre>'


def _standing(told: Story, stage: Stage) -> str:
    """Who has what, who holds which lock, and the shared values now."""
    rows = [_row("th", "", "in hand", "holds")]
    for who in told.workers:
        hand = ", ".join(_in_hand(name, value) for name, value in stage.in_hand[who].items())
        held = ", ".join(html.escape(lock) for lock in stage.held[who])
        style = NOW if who == stage.who else ""
        rows.append(_row("td", f"<b>{html.escape(who)}</b>", hand or "–", held or "–", style=style))
    table = f'<table style="border-collapse: collapse">{"".join(rows)}</table>'
    shared = "".join(
        f'<p style="margin: 6px 0">shared <code>{html.escape(name)}</code>: '
        f'<b style="font-size: 130%">{html.escape(value) or "–"}</b></p>'
        for name, value in sorted(stage.shared.items())
    )
    return table + shared


def _in_hand(name: str, value: Value) -> str:
    old = f' <b style="{RED}">(out of date)</b>' if value.old else ""
    return f"{html.escape(name)} was {html.escape(value.text)}{old}"


def _moves(told: Story, done: int) -> str:
    """The moves so far, a column for each worker."""
    rows = [_row("th", "move", *(html.escape(who) for who in told.workers))]
    for number, stage in enumerate(told.moves[:done], start=1):
        words = html.escape(stage.words)
        if stage.kind == "lost":
            words = f'<b style="{RED}">{words}</b>'
        cells = [words if who == stage.who else "" for who in told.workers]
        rows.append(_row("td", str(number), *cells, style=NOW if number == done else ""))
    if done == len(told.moves):
        for wait in told.waits:
            cells = [html.escape(wait.words) if who == wait.who else "" for who in told.workers]
            rows.append(_row("td", "", *cells, style=RED))
    return f'<table style="border-collapse: collapse; margin-top: 8px">{"".join(rows)}</table>'


def _row(tag: str, *cells: str, style: str = "") -> str:
    return "<tr>" + "".join(f'<{tag} style="{CELL}; {style}">{cell}</{tag}>' for cell in cells) + "</tr>"
