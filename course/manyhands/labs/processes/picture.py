"""Draw what processes found under each start method, side by side, and say it in words."""

import multiprocessing

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Patch

from manyhands.labs.picture import Picture
from manyhands.labs.processes.lens import HOW, SCRIPT, Column, Look, look

PARENTS, CHILDRENS, OWN = "the parent found it, too", "only the children found it", "nobody else found it"
COLOURS = {PARENTS: "#F5C25B", CHILDRENS: "#9AD4F5", OWN: "white"}
FRAME = "#555555"
LINE = 0.42  # the height of a line of a box


def show_lens(*names: str, place: str = SCRIPT) -> Picture:
    """Look at some of ``lens.LOOKS`` under each start method, and draw what was found."""
    return picture(look(*names, place=place))


def picture(seen: Look) -> Picture:
    """The picture of a look: a column for each start method, a box for each process, by who shares it."""
    lines = max(len(each) for column in seen.columns for each in column.found.values())
    height = 1.55 + 3 * (0.5 + LINE * lines)
    figure = Figure(figsize=(9.5, 0.6 + 0.62 * height), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(seen.title, x=0.01, ha="left", fontsize=12, fontweight="bold")
    grid = figure.subplots(1, len(seen.columns), squeeze=False)[0]
    for axes, column in zip(grid, seen.columns, strict=True):
        axes.set_xlim(0, 10)
        axes.set_ylim(height, 0)
        axes.axis("off")
        _draw(axes, column, lines, height)
    handles = [Patch(facecolor=colour, edgecolor=FRAME, label=who) for who, colour in COLOURS.items()]
    figure.legend(handles=handles, loc="outside lower left", ncols=3, fontsize=10, frameon=False)
    return Picture(figure, words(seen))


def words(seen: Look) -> str:
    """What the picture shows, in words."""
    return "\n".join([f"The start-method lens: {seen.title}.", *map(_told, seen.columns)])


def _told(column: Column) -> str:
    boxes = "; ".join(
        f"{who}: {', '.join(f'{label} {value}' for label, value in found.items())}"
        for who, found in column.found.items()
    )
    return f"- {heading(column)}, {HOW[column.method]}: {boxes}; {_cost(column)}."


def heading(column: Column) -> str:
    """The name of a start method, and whether it is the default."""
    default = multiprocessing.get_all_start_methods()[0]
    return f"{column.method} (the default here)" if column.method == default else column.method


def sharing(column: Column, value: str | int) -> str:
    """Who found the same: PARENTS, CHILDRENS or OWN. A count says nothing of where it stands."""
    finders = column.finders(value)
    if isinstance(value, int):
        return OWN
    if "parent" in finders:
        return PARENTS
    return CHILDRENS if len(finders) > 1 else OWN


def _cost(column: Column) -> str:
    return f"the first child was there after {column.first:.3f} s, a later one after {column.later:.3f} s"


def _draw(axes: Axes, column: Column, lines: int, height: float) -> None:
    axes.text(0, 0.2, heading(column), fontsize=12, fontweight="bold", va="center")
    axes.text(0, 0.62, HOW[column.method], fontsize=10, va="center")
    for row, who in enumerate(column.found):
        top = 0.95 + row * (0.5 + LINE * lines)
        _draw_box(axes, top, who, column, lines)
    cost = f"first child: {column.first:.3f} s · later: {column.later:.3f} s"
    axes.text(0, height - 0.25, cost, fontsize=10, va="center")


def _draw_box(axes: Axes, top: float, who: str, column: Column, lines: int) -> None:
    box = FancyBboxPatch(
        (0.1, top), 9.8, 0.3 + LINE * lines, boxstyle="round,pad=0.05", facecolor="white", edgecolor=FRAME
    )
    axes.add_patch(box)
    for line, (label, value) in enumerate(column.found[who].items()):
        y = top + 0.15 + LINE * (line + 0.5)
        if not line:
            axes.text(0.3, y, who, fontsize=10, fontweight="bold", va="center")
        axes.text(6.5, y, label, fontsize=9.5, va="center", ha="right", family="monospace")
        style = {"boxstyle": "round,pad=0.2", "edgecolor": FRAME, "linewidth": 0.6}
        style["facecolor"] = COLOURS[sharing(column, value)]
        axes.text(6.75, y, str(value), fontsize=9.5, va="center", bbox=style)
