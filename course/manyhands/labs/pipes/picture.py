"""Draw the ends of a pipe and their owners, and say in words what the picture shows."""

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle

from manyhands.labs.picture import Picture
from manyhands.labs.pipes.runs import Seen
from manyhands.workers.pipe_ends import CHILD, ENDS, PARENT

ROWS = {PARENT: 4.1, CHILD: 0.4}
PLACES = {"writer": 1.6, "reader": 8.4}
PIPE = (2.6, 7.4, 2.25, 0.7)  # from, to, middle, thickness
COLOURS = {"writer": "#E69F00", "reader": "#56B4E9"}
CLOSED, BAD, FRAME = "#777777", "#B00020", "#555555"
MOST_LINES = 4


def picture(seen: Seen) -> Picture:
    """The picture of a run: who has which end open, what is in the pipe, what the calls gave."""
    figure = Figure(figsize=(9.5, 4.3), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    axes.set_xlim(0, 10)
    axes.set_ylim(-0.65, 5.2)
    axes.axis("off")
    axes.set_title(title(seen), loc="left", fontsize=12, fontweight="bold")
    _draw_pipe(axes, seen)
    for who in ROWS:
        _draw_process(axes, seen, who)
    return Picture(figure, words(seen))


def title(seen: Seen) -> str:
    """What was run, in a line."""
    settings = seen.settings
    return f"{settings.method}, then the {settings.caller}: {settings.called}"


def words(seen: Seen) -> str:
    """What the picture shows, in words."""
    count = seen.settings.messages
    lines = [f"A pipe and two processes, {title(seen)}."]
    lines.append(f"In the pipe before: {count} message{'' if count == 1 else 's'}.")
    for who in ROWS:
        states = ", ".join(f"{end} {seen.state(who, end)}" for end in ENDS)
        lines.append(f"- the {who}: {states}.")
    lines += [f"- {call}: {gave or 'never returned'}." for call, gave in seen.calls]
    return "\n".join([*lines, seen.reason]).rstrip()


def _draw_pipe(axes: Axes, seen: Seen) -> None:
    left, right, middle, thick = PIPE
    axes.add_patch(
        Rectangle((left, middle - thick / 2), right - left, thick, facecolor="#F2F2F2", edgecolor=FRAME)
    )
    if not seen.settings.messages:
        axes.text((left + right) / 2, middle, "empty", ha="center", va="center", color=FRAME, fontsize=10)
    for number in range(seen.settings.messages):
        axes.text(
            right - 0.9 - 1.4 * number,
            middle,
            f"message {number + 1}",
            ha="center",
            va="center",
            fontsize=9,
            bbox={"boxstyle": "round", "facecolor": "white", "edgecolor": FRAME},
        )
    axes.text(left - 0.1, middle, "▶", ha="right", va="center", color=COLOURS["writer"], fontsize=18)
    axes.text(right + 0.1, middle, "▶", ha="left", va="center", color=COLOURS["reader"], fontsize=18)


def _draw_process(axes: Axes, seen: Seen, who: str) -> None:
    y = ROWS[who]
    box = FancyBboxPatch(
        (0.15, y - 0.75), 9.7, 1.5, boxstyle="round,pad=0.05", facecolor="white", edgecolor=FRAME
    )
    axes.add_patch(box)
    axes.text(0.3, y + 0.45, who, fontsize=12, fontweight="bold", va="center")
    for end in ENDS:
        _draw_end(axes, seen, who, end)
    if who == seen.settings.caller:
        _draw_calls(axes, seen, y)


def _draw_end(axes: Axes, seen: Seen, who: str, end: str) -> None:
    x, y, state = PLACES[end], ROWS[who], seen.state(who, end)
    is_open = state.startswith("open")
    axes.plot(
        x,
        y,
        "o" if is_open else "x",
        markersize=15 if is_open else 11,
        color=COLOURS[end] if is_open else CLOSED,
        markeredgecolor="black" if is_open else CLOSED,
        markeredgewidth=1 if is_open else 2.5,
    )
    axes.text(x, y - 0.48, f"{end}: {state}", ha="center", va="center", fontsize=10)
    if is_open:
        left, right, middle, thick = PIPE
        to_x = left - 0.1 if end == "writer" else right + 0.1
        sign = 1 if who == PARENT else -1
        style = {"color": COLOURS[end], "linewidth": 3, "zorder": 0.5}
        axes.plot(
            [x, to_x], [y, middle + sign * thick / 2], linestyle="-" if state == "open" else ":", **style
        )


def _draw_calls(axes: Axes, seen: Seen, y: float) -> None:
    lines = [f"{call}  →  {'waits for ever' if gave is None else gave}" for call, gave in seen.calls]
    lines = lines[-MOST_LINES:]
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        colour = BAD if last and seen.hangs else "black"
        at = y + 0.17 * (len(lines) - 1) - 0.34 * number
        axes.text(3.0, at, line, va="center", fontsize=10, family="monospace", color=colour)
