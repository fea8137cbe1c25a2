"""Draw timelines, and say in words what the picture shows.

Colours are those of Okabe and Ito, which people with any kind of colour vision can tell apart
(https://jfly.uni-koeln.de/color/); a task is never known by its colour alone, its name stands on
the bar.
"""

from collections.abc import Callable, Hashable, Sequence
from itertools import chain, cycle

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from manyhands.timeline.recorder import PARENT, Bar, Timeline

COLOURS = ("#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7")
DARK = ("#0072B2",)  # on which white text is easier to read than black
MARKERS = ("v", "^", "D", "s")
SPAN = {"facecolor": "#D9D9D9", "edgecolor": "#555555"}
BAR_HEIGHT = 0.72
IDLE = {"color": "#555555", "fontsize": 10, "va": "center", "style": "italic"}
MARKS_AT = -0.55  # just above the bar of the parent, which is the first row

Group = Callable[[Timeline, Bar], Hashable]


def draw(*timelines: Timeline, group: Group | None = None) -> Figure:
    """A picture of one or more timelines, one below the other on one time axis.

    One row a process, one bar a task. Bars for which ``group(timeline, bar)`` is the same share a
    colour; without it, bars of the same label. A task that raised has a heavy red edge, one that
    never ended is hatched. Raises ValueError without a timeline.
    """
    if not timelines:
        raise ValueError("There is nothing to draw: give at least one timeline.")
    colours = _colours(timelines, group or (lambda timeline, bar: bar.label))
    markers = _markers(timelines)
    figure, grid = _canvas([max(1, len(_rows(timeline))) for timeline in timelines])
    labels = []
    for axes, timeline, colour in zip(grid, timelines, colours, strict=True):
        _prepare(axes, timeline)
        labels += _draw_bars(axes, timeline, colour)
        _draw_marks(axes, timeline, markers)
    grid[-1].set_xlim(0, max(timeline.seconds for timeline in timelines) * 1.01)
    grid[-1].set_xlabel("seconds", fontsize=11)
    _explain_marks(figure, markers)
    _fit_labels(figure, labels)
    return figure


def describe(*timelines: Timeline) -> str:
    """What ``draw`` would show, in words: the text alternative of its picture."""
    return "\n".join(_describe_one(timeline) for timeline in timelines)


def _rows(timeline: Timeline) -> list[str]:
    busy_parent = timeline.spans or timeline.marks or timeline.tasks_of(PARENT)
    return ([PARENT] if busy_parent else []) + list(timeline.workers)


def _colours(timelines: Sequence[Timeline], group: Group) -> list[list[str]]:
    """The colour of each bar of each timeline."""
    groups = [[group(timeline, bar) for bar in timeline.bars] for timeline in timelines]
    palette = dict(zip(dict.fromkeys(chain(*groups)), cycle(COLOURS), strict=False))
    return [[palette[key] for key in keys] for keys in groups]


def _markers(timelines: Sequence[Timeline]) -> dict[str, str]:
    """One marker for each label of a mark, the same in all timelines."""
    labels = dict.fromkeys(mark.label for timeline in timelines for mark in timeline.marks)
    return dict(zip(labels, cycle(MARKERS), strict=False))


def _canvas(rows: list[int]) -> tuple[Figure, list[Axes]]:
    """A figure with axes for each timeline, one below the other, as high as its rows need."""
    height = 0.75 * len(rows) + 0.4 * sum(rows) + 0.45
    figure = Figure(figsize=(9.5, height), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    ratios = [count + 0.6 for count in rows]
    grid = figure.subplots(len(rows), 1, sharex=True, squeeze=False, height_ratios=ratios)
    return figure, list(grid[:, 0])


def _prepare(axes: Axes, timeline: Timeline) -> None:
    rows = _rows(timeline)
    axes.set_title(timeline.title, loc="left", fontsize=12, fontweight="bold")
    axes.set_yticks(range(len(rows)), rows, fontsize=11)
    axes.set_ylim(max(1, len(rows)) - 0.4, MARKS_AT - 0.2 if timeline.marks else -0.5)
    axes.tick_params(axis="x", labelsize=10)
    axes.grid(axis="x", color="#CCCCCC", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)


def _draw_bars(axes: Axes, timeline: Timeline, colours: list[str]) -> list[tuple[Text, Rectangle]]:
    """Draw spans, tasks and idle workers; return each text with the bar that it has to fit."""
    rows = _rows(timeline)
    bars = [(span, SPAN) for span in timeline.spans]
    bars += [
        (bar, {"facecolor": colour, "edgecolor": "white"})
        for bar, colour in zip(timeline.bars, colours, strict=True)
    ]
    for row, process in enumerate(rows):
        if process != PARENT and not timeline.tasks_of(process):
            axes.annotate("no task", (0.005, row), xycoords=("axes fraction", "data"), **IDLE)
    return [_draw_bar(axes, bar, timeline.end_of(bar), rows.index(bar.process), style) for bar, style in bars]


def _draw_bar(axes: Axes, bar: Bar, end: float, row: int, style: dict) -> tuple[Text, Rectangle]:
    style, label = {"linewidth": 1} | style, bar.label
    if bar.error:
        style |= {"edgecolor": "#B00020", "linewidth": 2.5}
        label += " ✗"
    if bar.end is None:
        style |= {"edgecolor": "black", "hatch": "////"}
        label += " …"
    width = end - bar.start
    patch = Rectangle((bar.start, row - BAR_HEIGHT / 2), width, BAR_HEIGHT, **style)
    axes.add_patch(patch)
    ink = "white" if style["facecolor"] in DARK else "black"
    text = axes.text(bar.start + width / 2, row, label, ha="center", va="center", color=ink)
    if bar.end is None:
        text.set_bbox({"facecolor": style["facecolor"], "edgecolor": "none", "pad": 1})
    return text, patch


def _draw_marks(axes: Axes, timeline: Timeline, markers: dict[str, str]) -> None:
    for mark in timeline.marks:
        shape = markers[mark.label]
        axes.plot(mark.at, MARKS_AT, shape, color="black", markersize=7, clip_on=False)


def _explain_marks(figure: Figure, markers: dict[str, str]) -> None:
    handles = [
        Line2D([], [], linestyle="", marker=marker, color="black", label=label)
        for label, marker in markers.items()
    ]
    if handles:
        where = {"loc": "outside lower right", "ncols": len(handles)}
        figure.legend(handles=handles, frameon=False, fontsize=10, **where)


def _fit_labels(figure: Figure, labels: list[tuple[Text, Rectangle]]) -> None:
    """Shorten the text on each bar until it fits, once the layout has settled."""
    figure.draw_without_rendering()
    renderer = figure.canvas.get_renderer()
    for text, bar in labels:
        room = bar.get_window_extent(renderer).width - 4
        whole = text.get_text()
        for length in range(len(whole) - 1, -1, -1):
            if text.get_window_extent(renderer).width <= room:
                break
            text.set_text(whole[:length].rstrip() + "…" if length > 1 else "")


def _describe_one(timeline: Timeline) -> str:
    tasks = _times(len(timeline.bars), "task")
    workers = _times(len(timeline.workers), "worker process", "es")
    lines = [
        f"Timeline “{timeline.title}”: {tasks} in {workers},"
        f" at most {timeline.most_at_once()} at the same time; {timeline.seconds:.2f} s in all."
    ]
    lines += [f"- {process}: {_describe_row(timeline, process)}." for process in _rows(timeline)]
    return "\n".join(lines)


def _describe_row(timeline: Timeline, process: str) -> str:
    parts = [_describe_bar(bar) for bar in timeline.tasks_of(process)]
    if process == PARENT:
        labels = [span.label for span in timeline.spans] + [mark.label for mark in timeline.marks]
        parts += [f"{label} ({_times(labels.count(label), 'time')})" for label in dict.fromkeys(labels)]
    return ", ".join(parts) or "no task"


def _describe_bar(bar: Bar) -> str:
    if bar.error:
        return f"{bar.label} (raised {bar.error})"
    return bar.label if bar.end is not None else f"{bar.label} (never ended)"


def _times(count: int, noun: str, plural: str = "s") -> str:
    return f"{count} {noun}{'' if count == 1 else plural}"
