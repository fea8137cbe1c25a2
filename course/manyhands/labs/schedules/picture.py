"""The picture of a schedule: a lane for each worker, time running down, and the shared values."""

from collections.abc import Iterator

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from manyhands.checks.explore import Schedule
from manyhands.labs.picture import Picture
from manyhands.labs.schedules.stages import Story, story

WIDTH = 9.5  # inches
MARGIN, SHARED, ROW = 0.35, 0.9, 0.34  # inches: numbers of the moves; a shared value, at least; a move
LETTERS = 12  # that fit into an inch
MOST_SHARED = 3
LOCKS = ("#E69F00", "#0072B2", "#CC79A7", "#009E73")
FILLS = {"read": "#DCEEF9", "write": "#FBE7C2", "lost": "#FBE7C2", "lock": "white", "other": "white"}
RED = "#B00020"


def show_schedule(schedule: Schedule) -> Picture:
    """The picture of a schedule, and the same in words."""
    told = story(schedule)
    return Picture(draw_story(told), tell(told))


def tell(told: Story) -> str:
    """A schedule in words: one line a move."""
    lines = [f"A schedule of {', '.join(told.workers)}; it {told.ending}."]
    for number, stage in enumerate(told.moves, start=1):
        lost = " (an update is lost)" if stage.kind == "lost" else ""
        lines.append(f"{number}. {stage.who} {stage.words}{lost}")
    lines += [f"- {wait.who} {wait.words}" for wait in told.waits]
    return "\n".join(lines)


def draw_story(told: Story) -> Figure:
    """Draw it: read and write are filled, a bar at the left of a lane is a lock that is held."""
    rows = len(told.moves) + len(told.waits)
    height = ROW * (rows + 3.4)
    figure = Figure(figsize=(WIDTH, height), dpi=100)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(rows + 1.9, -1.5)
    axes.axis("off")
    lanes, columns = _columns(told)
    _draw_heads(axes, lanes, columns, rows)
    _draw_bands(axes, told, lanes)
    for row, stage in enumerate(told.moves):
        axes.text(MARGIN - 0.08, row, row + 1, ha="right", va="center", fontsize=9, color="#555555")
        _draw_box(axes, lanes[stage.who], row, stage.words, FILLS[stage.kind], stage.kind == "lost")
        for name, (middle, _) in columns.items():
            value, before = stage.shared[name], told.stages[row].shared[name]
            weight = "normal" if value == before else "bold"
            axes.text(middle, row, value, ha="center", va="center", fontsize=10, weight=weight)
    for row, wait in enumerate(told.waits, start=len(told.moves)):
        _draw_box(axes, lanes[wait.who], row, wait.words, "white", True)
    _draw_ending(axes, told, rows)
    return figure


Columns = dict[str, tuple[float, float]]


def _columns(told: Story) -> tuple[Columns, Columns]:
    """In inches: left edge and width of the lanes; middle and width of the columns of shared values."""
    names = sorted(told.stages[0].shared)[:MOST_SHARED]
    shared = max(SHARED, *(0.15 + 0.1 * len(name) for name in names)) if names else 0
    room = (WIDTH - MARGIN - 0.1 - shared * len(names)) / max(2, len(told.workers))
    width = min(room, 3.4)
    lanes = {who: (MARGIN + index * width, width) for index, who in enumerate(told.workers)}
    start = MARGIN + width * len(told.workers) + 0.1
    return lanes, {name: (start + (index + 0.5) * shared, shared) for index, name in enumerate(names)}


def _draw_heads(axes: Axes, lanes: Columns, columns: Columns, rows: int) -> None:
    for name, (left, _) in lanes.items():
        axes.text(left + 0.2, -1, name, va="center", fontsize=11, weight="bold")
        axes.plot([left + 0.1] * 2, [-0.6, rows - 0.4], color="#CCCCCC", linewidth=1, zorder=0)
    for name, (middle, _) in columns.items():
        axes.text(middle, -1, name, ha="center", va="center", fontsize=10, weight="bold")


def _draw_bands(axes: Axes, told: Story, lanes: Columns) -> None:
    """A bar beside the moves of a worker for each lock, as long as it is held."""
    colours = {}
    for who, lock, start, end in _holdings(told):
        colour = colours.setdefault(lock, LOCKS[len(colours) % len(LOCKS)])
        left = lanes[who][0] + 0.03 + 0.12 * (list(colours).index(lock) % 2)
        axes.add_patch(Rectangle((left, start - 0.45), 0.09, end - start + 0.9, color=colour, zorder=2))
    if colours:
        patches = [Patch(color=colour, label=f"holds {lock}") for lock, colour in colours.items()]
        axes.legend(handles=patches, loc="lower right", ncols=len(patches), frameon=False, fontsize=10)


def _holdings(told: Story) -> Iterator[tuple[str, str, int, int]]:
    """Worker, lock, first and last row of each time that a lock is held."""
    last = len(told.moves) + len(told.waits) - 1
    for who in told.workers:
        held = [stage.held[who] for stage in told.moves]
        for lock in dict.fromkeys(lock for locks in held for lock in locks):
            since = None
            for row, locks in enumerate(held):
                if lock in locks and since is None:
                    since = row
                elif lock not in locks and since is not None:
                    yield who, lock, since, row
                    since = None
            if since is not None:
                yield who, lock, since, last


def _draw_box(axes: Axes, lane: tuple[float, float], row: int, words: str, fill: str, alarm: bool) -> None:
    left, width = lane
    edge = {"edgecolor": RED, "linewidth": 2} if alarm else {"edgecolor": "#888888", "linewidth": 0.8}
    box = Rectangle((left + 0.3, row - 0.4), width - 0.4, 0.8, facecolor=fill, zorder=1, **edge)
    axes.add_patch(box)
    axes.text(left + 0.38, row, _fitting(words, width - 0.5), va="center", fontsize=10, zorder=3)


def _draw_ending(axes: Axes, told: Story, rows: int) -> None:
    lost = any(stage.kind == "lost" for stage in told.moves)
    words = f"It {told.ending}" + (": an update is lost" if lost else "")
    alarm = lost or bool(told.waits)
    axes.text(
        MARGIN, rows + 0.4, words, va="center", fontsize=11, weight="bold", color=RED if alarm else "black"
    )


def _fitting(text: str, inches: float) -> str:
    most = max(4, int(inches * LETTERS))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
